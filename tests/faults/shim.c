/*
 * Preloaded library of the fault tests. It stands between a process and the kernel for files under one folder.
 * Nothing happens until the process asks (tests/faults/shim.py):
 *
 *   kipp_record(folder, log)              write every change to files under the folder to the log; fsync is then
 *                                         recorded instead of executed
 *   kipp_fail(folder, nth, errno, sticky) let the nth changing call fail (sticky: and every one after it)
 *   kipp_calls()                          how many changing calls there were
 *
 * A record is a line "op name offset length", for R the new name in the place of data, then `length` bytes:
 *   C create   W write   T truncate to offset   S sync   U unlink   R rename
 *
 * Python's os.open goes through openat/open64, its file objects through write, SQLite through open64, pwrite64,
 * ftruncate64, fdatasync. dup() is followed; mmap is not (our stores set mmap_size=0).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MAX_FD = 1024 };

static char names[MAX_FD][PATH_MAX]; /* what we follow, by descriptor; "" = not ours */
static char prefix[PATH_MAX];
static int log_fd = -1, fail_errno, sticky;
static long fail_at, calls;

void kipp_record(const char *folder, const char *log)
{
    snprintf(prefix, sizeof prefix, "%s", folder);
    log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
}

void kipp_fail(const char *folder, long nth, int number, int stays)
{
    snprintf(prefix, sizeof prefix, "%s", folder);
    fail_at = nth;
    fail_errno = number;
    sticky = stays;
    calls = 0;
}

long kipp_calls(void) { return calls; }

static int ours(const char *path)
{
    return prefix[0] && path && strncmp(path, prefix, strlen(prefix)) == 0;
}

static const char *name_of(int fd)
{
    return fd >= 0 && fd < MAX_FD && names[fd][0] ? names[fd] : NULL;
}

static void follow(int fd, const char *path)
{
    if (fd >= 0 && fd < MAX_FD)
        snprintf(names[fd], PATH_MAX, "%s", path ? path : "");
}

static void put(const void *data, size_t length)
{
    const char *at = data;
    while (length > 0) {
        ssize_t written = syscall(SYS_write, log_fd, at, length);
        if (written <= 0)
            _exit(97); /* a recording with holes would prove nothing */
        at += written;
        length -= written;
    }
}

static void record(char op, const char *name, long offset, const void *data, long length)
{
    char head[PATH_MAX + 64];
    if (log_fd < 0)
        return;
    put(head, snprintf(head, sizeof head, "%c %s %ld %ld\n", op, name, offset, length));
    put(data, length);
}

/* Whether this call is one that the test wants to fail. */
static int fails(void)
{
    calls++;
    if (fail_at == 0 || (calls != fail_at && !(sticky && calls > fail_at)))
        return 0;
    errno = fail_errno;
    return 1;
}

static int open_file(int folder, const char *path, int flags, int mode)
{
    int follows = (folder == AT_FDCWD || path[0] == '/') && ours(path);
    int existed = follows && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0;
    if (follows && (flags & O_CREAT) && fails())
        return -1;
    int fd = syscall(SYS_openat, folder, path, flags, mode);
    if (fd < 0)
        return fd;
    follow(fd, follows ? path : NULL);
    if (follows && !existed)
        record('C', path, 0, NULL, 0);
    else if (follows && (flags & O_TRUNC))
        record('T', path, 0, NULL, 0);
    return fd;
}

#define MODE(flags)                              \
    int mode = 0;                                \
    if ((flags) & (O_CREAT | O_TMPFILE)) {       \
        va_list more;                            \
        va_start(more, flags);                   \
        mode = va_arg(more, int);                \
        va_end(more);                            \
    }

int open(const char *path, int flags, ...) { MODE(flags) return open_file(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_file(AT_FDCWD, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags) return open_file(folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags) return open_file(folder, path, flags, mode); }

int close(int fd)
{
    follow(fd, NULL);
    return syscall(SYS_close, fd);
}

int dup(int fd)
{
    int copy = syscall(SYS_dup, fd);
    follow(copy, name_of(fd));
    return copy;
}

ssize_t write(int fd, const void *data, size_t length)
{
    const char *name = name_of(fd);
    if (!name)
        return syscall(SYS_write, fd, data, length);
    if (fails())
        return -1;
    int appends = fcntl(fd, F_GETFL) & O_APPEND;
    long offset = lseek(fd, 0, appends ? SEEK_END : SEEK_CUR);
    ssize_t written = syscall(SYS_write, fd, data, length);
    if (written > 0)
        record('W', name, offset, data, written);
    return written;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset)
{
    const char *name = name_of(fd);
    if (name && fails())
        return -1;
    ssize_t written = syscall(SYS_pwrite64, fd, data, length, offset);
    if (name && written > 0)
        record('W', name, offset, data, written);
    return written;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }

int ftruncate64(int fd, off64_t length)
{
    const char *name = name_of(fd);
    if (name && fails())
        return -1;
    int failed = syscall(SYS_ftruncate, fd, length);
    if (name && !failed)
        record('T', name, length, NULL, 0);
    return failed;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int sync_file(int fd, long call)
{
    const char *name = name_of(fd);
    if (!name)
        return syscall(call, fd);
    if (fails())
        return -1;
    record('S', name, 0, NULL, 0);
    return log_fd < 0 ? syscall(call, fd) : 0;
}

int fsync(int fd) { return sync_file(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_file(fd, SYS_fdatasync); }

static int remove_name(const char *path)
{
    int follows = ours(path);
    if (follows && fails())
        return -1;
    int failed = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (follows && !failed)
        record('U', path, 0, NULL, 0);
    return failed;
}

int unlink(const char *path) { return remove_name(path); }

int unlinkat(int folder, const char *path, int flags)
{
    return flags == 0 && (folder == AT_FDCWD || path[0] == '/') ? remove_name(path)
                                                                 : (int)syscall(SYS_unlinkat, folder, path, flags);
}

int rename(const char *from, const char *to)
{
    int follows = ours(from) || ours(to);
    if (follows && fails())
        return -1;
    int failed = syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
    if (follows && !failed)
        record('R', from, 0, to, strlen(to));
    return failed;
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    return from_folder == AT_FDCWD && to_folder == AT_FDCWD
               ? rename(from, to)
               : (int)syscall(SYS_renameat, from_folder, from, to_folder, to);
}
