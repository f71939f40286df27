// What Swift's Glibc leaves out because C asks for _GNU_SOURCE first.
extern int renameat2(int, const char *, int, const char *, unsigned int);
extern int syncfs(int);
