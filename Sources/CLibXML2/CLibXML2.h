// The part of libxml2 that reads HTML, whatever its state, into a tree.

// Where libxml2 was built with ICU, its headers include ICU's, which clash with the ICU inside Foundation.
// Only the inside of its encoding handlers depends on it, and no handler is touched here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

/// Frees what libxml2 allocated. (`xmlFree` itself is a variable, which Swift cannot call safely.)
static inline void libxml2_free(void *allocated) { xmlFree(allocated); }
