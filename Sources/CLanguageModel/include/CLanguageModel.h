/// The trained model of the Language module, linked in as bytes; MODEL.md tells what it was made from.
#pragma once

#include <stddef.h>

/// The model's first byte.
const unsigned char *language_model_bytes(void);

/// How many bytes it has.
size_t language_model_size(void);
