/* Reads a file with libcgraph, and tells the processor time and the memory that it took. */
#include <graphviz/cgraph.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

int main(int count, char **words) {
  FILE *file = count == 2 ? fopen(words[1], "r") : NULL;
  if (file == NULL) return 2;
  clock_t start = clock();
  Agraph_t *graph = agread(file, NULL);
  double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
  if (graph == NULL) return 2;
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("libcgraph %d nodes, %d edges: %.2f s, %ld MB\n", agnnodes(graph), agnedges(graph), seconds,
         usage.ru_maxrss / 1024);
  return 0;
}
