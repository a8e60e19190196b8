/// The data files that are built into the program: the ontology, the gazetteer and the frames.
/// They stand in this folder as text; the compiler embeds them, so that one binary carries them all.
#pragma once

#include <stddef.h>

typedef struct {
  /// The file's path inside this folder, such as "gazetteer/countries.tsv".
  const char *path;
  const unsigned char *bytes;
  size_t size;
} knowledge_file;

/// How many files are built in.
size_t knowledge_file_count(void);

/// The file at `index`, which must be less than `knowledge_file_count()`. Files stand in the order of
/// the list in Knowledge.c.
knowledge_file knowledge_file_at(size_t index);
