/* Makes system calls fail: the FAULT_AT-th call of FAULT_CALL below FAULT_BELOW gives FAULT_ERRNO, and so do all after it
 * when FAULT_ALWAYS is set. FAULT_CLOCK moves the clock of the day by so many seconds. The number of calls goes to the
 * file FAULT_COUNT. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;

static int is_below(int descriptor) {
    const char *below = getenv("FAULT_BELOW");
    char link[64], path[4096];
    if (!below) return 1;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strncmp(path, below, strlen(below)) == 0;
}

static int fails(const char *name, int descriptor, const char *path) {
    const char *call = getenv("FAULT_CALL");
    if (!call || strcmp(call, name) != 0) return 0;
    const char *below = getenv("FAULT_BELOW");
    if (path && path[0] == '/' ? below && strncmp(path, below, strlen(below)) != 0 : !is_below(descriptor)) return 0;
    long number = atomic_fetch_add(&calls, 1) + 1, at = atol(getenv("FAULT_AT"));
    if (number != at && !(getenv("FAULT_ALWAYS") && number > at)) return 0;
    errno = atoi(getenv("FAULT_ERRNO"));
    return 1;
}

__attribute__((destructor)) static void tell(void) {
    const char *file = getenv("FAULT_COUNT");
    FILE *stream = file ? fopen(file, "w") : 0;
    if (!stream) return;
    fprintf(stream, "%ld\n", (long)calls);
    fclose(stream);
}

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))
#define WRAP(type, bad, name, parameters, arguments, descriptor, path, ...)                                            \
    type name parameters {                                                                                             \
        if (fails(#name, descriptor, path)) return bad;                                                                \
        return REAL(type, name, __VA_ARGS__) arguments;                                                                \
    }

WRAP(ssize_t, -1, write, (int d, const void *b, size_t n), (d, b, n), d, 0, int, const void *, size_t)
WRAP(ssize_t, -1, read, (int d, void *b, size_t n), (d, b, n), d, 0, int, void *, size_t)
WRAP(int, -1, mkdirat, (int d, const char *p, mode_t m), (d, p, m), d, p, int, const char *, mode_t)
WRAP(int, -1, linkat, (int d, const char *p, int e, const char *q, int f), (d, p, e, q, f), d, p, int, const char *, int,
     const char *, int)
WRAP(int, -1, renameat, (int d, const char *p, int e, const char *q), (d, p, e, q), d, p, int, const char *, int,
     const char *)
WRAP(int, -1, renameat2, (int d, const char *p, int e, const char *q, unsigned f), (d, p, e, q, f), d, p, int,
     const char *, int, const char *, unsigned)
WRAP(int, -1, syncfs, (int d), (d), d, 0, int)
WRAP(int, -1, fchmodat, (int d, const char *p, mode_t m, int f), (d, p, m, f), d, p, int, const char *, mode_t, int)
WRAP(DIR *, 0, opendir, (const char *p), (p), -1, p, const char *)
WRAP(DIR *, 0, fdopendir, (int d), (d), d, 0, int)
WRAP(struct dirent *, 0, readdir, (DIR * s), (s), dirfd(s), 0, DIR *)

/* The descriptor goes, whatever close says. */
int close(int d) {
    int failed = fails("close", d, 0), reason = errno;
    int result = REAL(int, close, int)(d);
    if (!failed) return result;
    errno = reason;
    return -1;
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    if (fails("open", -1, path)) return -1;
    return REAL(int, open, const char *, int, mode_t)(path, flags, mode);
}

int openat(int d, const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    if (fails("openat", d, path)) return -1;
    return REAL(int, openat, int, const char *, int, mode_t)(d, path, flags, mode);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = REAL(int, clock_gettime, clockid_t, struct timespec *)(clock, time);
    if (clock == CLOCK_REALTIME && getenv("FAULT_CLOCK")) time->tv_sec += atol(getenv("FAULT_CLOCK"));
    return result;
}

time_t time(time_t *result) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result) *result = now.tv_sec;
    return now.tv_sec;
}
