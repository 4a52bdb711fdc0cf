/* Put before every source of libthai and libdatrie by the compiler; the sources are unchanged.
 *
 * libthai looks for its dictionary in DICT_DIR, a folder fixed when it is compiled. On Windows the
 * program may lie anywhere, also under a name with Thai letters that the C library's fopen cannot
 * open. So DICT_DIR is BESIDE, and a name that begins with it is opened beside the DLL. */
#ifndef BESIDE_H
#define BESIDE_H

#include <stdio.h>

#define BESIDE "<beside this file>"
#define DICT_DIR BESIDE

FILE *open_beside(const char *path, const char *mode);

#define fopen open_beside
#endif
