/* Reads a file with libcgraph, and tells the processor time that writing it again takes. */
#include <graphviz/cgraph.h>
#include <stdio.h>
#include <time.h>

int main(int count, char **words) {
  FILE *file = count == 3 ? fopen(words[1], "r") : NULL;
  FILE *output = count == 3 ? fopen(words[2], "w") : NULL;
  Agraph_t *graph = file && output ? agread(file, NULL) : NULL;
  if (graph == NULL) return 2;
  clock_t start = clock();
  agwrite(graph, output);
  fflush(output);
  printf("%-34s %7.2f s, %.0f MB\n", "libcgraph writes it (agwrite)",
         (double)(clock() - start) / CLOCKS_PER_SEC, ftell(output) / 1e6);
  return 0;
}
