#include "CGraphviz.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#if __has_include(<graphviz/gvc.h>)
#include <graphviz/gvc.h>
#define HEADERS_PRESENT 1
#else
typedef struct GVC_s GVC_t;
typedef struct Agraph_s graph_t;
typedef enum { AGWARN, AGERR, AGMAX, AGPREV } agerrlevel_t;
typedef int (*agusererrf)(char *);
#endif

// The functions as they are called here. Graphviz 14 changed `unsigned *` in gvRenderData to
// `size_t *`; a zeroed size_t serves both on little-endian machines.
typedef GVC_t *gv_context_function(void);
typedef int gv_layout_function(GVC_t *, graph_t *, const char *);
typedef int gv_render_function(GVC_t *, graph_t *, const char *, char **, unsigned int *);
typedef graph_t *ag_read_function(const char *);
typedef agerrlevel_t ag_level_function(agerrlevel_t);
typedef agusererrf ag_handler_function(agusererrf);

#ifdef HEADERS_PRESENT
#define SAME(function, type) __builtin_types_compatible_p(__typeof__(function), type)
typedef int gv_render_14_function(GVC_t *, graph_t *, const char *, char **, size_t *);
_Static_assert(SAME(gvContext, gv_context_function), "gvContext is called as declared");
_Static_assert(SAME(gvLayout, gv_layout_function), "gvLayout is called as declared");
_Static_assert(SAME(gvRenderData, gv_render_function) || SAME(gvRenderData, gv_render_14_function),
               "gvRenderData is called as declared");
_Static_assert(SAME(agmemread, ag_read_function), "agmemread is called as declared");
_Static_assert(SAME(agseterr, ag_level_function), "agseterr is called as declared");
_Static_assert(SAME(agseterrf, ag_handler_function), "agseterrf is called as declared");
#endif
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__,
               "gvRenderData of Graphviz 2 writes the lower half of a size_t");

// What Graphviz reports. Its handler has no user data, hence the file's only variables.
static char *messages;
static size_t messages_size;
static bool error_reported;

static void append(const char *text) {
  size_t length = strlen(text);
  char *grown = realloc(messages, messages_size + length + 1);
  if (!grown) return;
  memcpy(grown + messages_size, text, length + 1);
  messages = grown;
  messages_size += length;
}

// Called with a message in pieces: "Error" or "Warning", ": ", then the text.
static int on_message(char *piece) {
  if (strcmp(piece, "Error") == 0) error_reported = true;
  append(piece);
  return 0;
}

static graphviz_picture finished(graphviz_outcome outcome) {
  graphviz_picture picture = {.outcome = outcome, .messages = messages};
  messages = nullptr;
  messages_size = 0;
  return picture;
}

// The first library that loads; where none does, what was wrong with the first that was tried.
static void *load(const char *const *libraries) {
  static const char *const usual[] = {"libgvc.so.6", "libgvc.so.7", nullptr};
  for (const char *const *name = libraries ? libraries : usual; *name; name++) {
    void *library = dlopen(*name, RTLD_NOW | RTLD_GLOBAL);
    if (library) return library;
    const char *error = dlerror();
    if (!messages && error) append(error);
  }
  return nullptr;
}

graphviz_picture graphviz_draw(const char *const *libraries, const char *dot, const char *engine,
                               const char *format) {
  void *library = load(libraries);
  if (!library) return finished(graphviz_no_library);
  free(messages);
  messages = nullptr;
  messages_size = 0;

  // libcgraph's functions are found through libgvc, which depends on it.
  gv_context_function *gv_context = (gv_context_function *)dlsym(library, "gvContext");
  gv_layout_function *gv_layout = (gv_layout_function *)dlsym(library, "gvLayout");
  gv_render_function *gv_render = (gv_render_function *)dlsym(library, "gvRenderData");
  ag_read_function *ag_read = (ag_read_function *)dlsym(library, "agmemread");
  ag_level_function *ag_level = (ag_level_function *)dlsym(library, "agseterr");
  ag_handler_function *ag_handler = (ag_handler_function *)dlsym(library, "agseterrf");
  if (!gv_context || !gv_layout || !gv_render || !ag_read || !ag_level || !ag_handler) {
    append("the library lacks a function of Graphviz's");
    return finished(graphviz_no_library);
  }

  GVC_t *context = gv_context();
  if (!context) {
    append("no context");
    return finished(graphviz_no_library);
  }
  ag_handler(on_message);
  ag_level(AGWARN);

  graph_t *graph = ag_read(dot);
  if (!graph || error_reported) return finished(graphviz_bad_syntax);
  if (gv_layout(context, graph, engine) != 0) return finished(graphviz_no_layout);

  char *bytes = nullptr;
  size_t size = 0;
  int result = gv_render(context, graph, format, &bytes, (unsigned int *)&size);
  // A broken label is drawn as something else and reported, but not by the result.
  if (result != 0 || error_reported) return finished(graphviz_no_picture);

  // The graph, its layout and the context aren't freed: the process ends, and 2.42 crashes in
  // freeing some graphs that it has drawn well.
  graphviz_picture picture = finished(graphviz_drawn);
  picture.bytes = bytes;
  picture.size = bytes ? size : 0;
  return picture;
}

void graphviz_picture_free(graphviz_picture *picture) {
  free(picture->bytes);
  free(picture->messages);
  *picture = (graphviz_picture){};
}

static void limit(int resource, rlim_t value) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) return;
  if (now.rlim_max != RLIM_INFINITY && now.rlim_max < value) value = now.rlim_max;
  setrlimit(resource, &(struct rlimit){.rlim_cur = value, .rlim_max = value});
}

void graphviz_confine(size_t address_space, unsigned seconds) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit(RLIMIT_CORE, 0);
  if (address_space > 0) limit(RLIMIT_AS, address_space);
  if (seconds > 0) limit(RLIMIT_CPU, seconds);
}
