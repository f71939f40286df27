#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <malloc.h>
#include <spawn.h>
#include <sys/resource.h>

// What Swift's Glibc leaves out because C asks for _GNU_SOURCE first.
extern int renameat2(int, const char *, int, const char *, unsigned int);
extern int syncfs(int);
extern void *memmem(const void *, size_t, const void *, size_t);
extern int prlimit(int, int, const struct rlimit *, struct rlimit *);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
