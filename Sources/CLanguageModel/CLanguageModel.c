#include "CLanguageModel.h"

static const unsigned char model[] = {
#embed "english.model"
};

const unsigned char *language_model_bytes(void) { return model; }

size_t language_model_size(void) { return sizeof model; }
