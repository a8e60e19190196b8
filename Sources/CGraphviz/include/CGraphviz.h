/// Draws DOT with Graphviz, which is looked for when it is needed: a program that links this target
/// runs with and without Graphviz.
///
/// libgvc isn't thread-safe, its parser remembers broken input, and crafted graphs crash it. So
/// this is meant for a process of its own that draws one picture and ends.
#pragma once

#include <stddef.h>

/// How drawing ended.
typedef enum : unsigned char {
  graphviz_drawn = 0,
  /// None of the libraries could be loaded, or the first that could lacks a function.
  graphviz_no_library = 1,
  /// The text isn't DOT.
  graphviz_bad_syntax = 2,
  /// The engine could not lay the graph out.
  graphviz_no_layout = 3,
  /// The format is unknown, or drawing failed.
  graphviz_no_picture = 4,
} graphviz_outcome;

/// What came of it. To be given to `graphviz_picture_free`.
typedef struct {
  graphviz_outcome outcome;
  /// The picture; null where there is none.
  char *bytes;
  size_t size;
  /// What Graphviz or the loader said, warnings too, as UTF-8; null for nothing.
  char *messages;
} graphviz_picture;

/// Draws a graph.
///
/// - libraries: names or paths to try in turn, as `dlopen` takes them; null-terminated. Null for
///   `libgvc.so.6` (Graphviz 2.30 to 13), then `libgvc.so.7` (14 on).
/// - dot: null-terminated UTF-8 that holds one graph.
/// - engine: `dot`, `neato`, `fdp`, `sfdp` and so on.
/// - format: `svg`, `png`, `pdf`, `plain`, `json0` and so on.
///
/// To be called once in a process.
graphviz_picture graphviz_draw(const char *const *libraries, const char *dot, const char *engine,
                               const char *format);

/// Frees what `graphviz_draw` returned.
void graphviz_picture_free(graphviz_picture *picture);

/// Limits what the calling process may use from now on: bytes of address space and seconds of
/// processor time, where not zero. It leaves no core file, and ends when its parent does.
void graphviz_confine(size_t address_space, unsigned seconds);
