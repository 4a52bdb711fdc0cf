/* Open a file beside this DLL, wherever that lies and whatever letters its path has. */
#include "beside.h"
#undef fopen

#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768 /* letters of the longest path that Windows knows */

static HMODULE us;

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH)
        us = module;
    return TRUE;
}

FILE *open_beside(const char *path, const char *mode)
{
    const size_t known = strlen(BESIDE "/");
    if (strncmp(path, BESIDE "/", known) != 0)
        return fopen(path, mode);
    wchar_t *place = malloc(LONGEST * sizeof *place);
    FILE *file = NULL;
    if (place != NULL) {
        DWORD length = GetModuleFileNameW(us, place, LONGEST);
        wchar_t *name = length > 0 && length < LONGEST ? wcsrchr(place, L'\\') : NULL;
        if (name != NULL) {
            wchar_t how[8];
            size_t room = LONGEST - (size_t)(name + 1 - place);
            if (MultiByteToWideChar(CP_UTF8, 0, path + known, -1, name + 1, (int)room) > 0
                && MultiByteToWideChar(CP_UTF8, 0, mode, -1, how, 8) > 0)
                file = _wfopen(place, how);
        }
    }
    free(place);
    return file;
}
