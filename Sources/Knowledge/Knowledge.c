#include "Knowledge.h"

// One line declares a file, one lists it. `#embed` takes no macro for its path on every compiler, so
// the declaration is written out.
static const unsigned char ontology[] = {
#embed "ontology.yaml"
};
static const unsigned char countries[] = {
#embed "gazetteer/countries.tsv"
};

#define FILE_AT(path, array) {path, array, sizeof array}

static const knowledge_file files[] = {
    FILE_AT("ontology.yaml", ontology),
    FILE_AT("gazetteer/countries.tsv", countries),
};

size_t knowledge_file_count(void) { return sizeof files / sizeof files[0]; }

knowledge_file knowledge_file_at(size_t index) { return files[index]; }
