// The part of libxml2 that reads HTML, whatever its state, into a tree.

// Where libxml2 was built with ICU, its headers include ICU's, which clash with the ICU inside Foundation.
// Only the inside of its encoding handlers depends on it, and no handler is touched here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

static void libxml2_ignore(void *context, void *error) {}

/// Reads a page and keeps quiet about its state: libxml2 tells errors of encoding on standard error even
/// where it was asked to tell none. The handler is the thread's own, and is put back.
static inline htmlDocPtr libxml2_readHTML(const char *bytes, int size, const char *encoding) {
  xmlStructuredErrorFunc before = xmlStructuredError;
  void *context = xmlStructuredErrorContext;
  xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)libxml2_ignore);
  htmlDocPtr document = htmlReadMemory(
      bytes, size, NULL, encoding,
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
          | HTML_PARSE_NODEFDTD);
  xmlSetStructuredErrorFunc(context, before);
  return document;
}

/// Frees what libxml2 allocated. (`xmlFree` itself is a variable, which Swift cannot call safely.)
static inline void libxml2_free(void *allocated) { xmlFree(allocated); }
