/* For the trial under Wine alone; never part of what a clerk gets.
 *
 * Qt 6.11 asks Windows' own icuuc.dll (there since Windows 10 1703) for converters between Unicode
 * and old code pages. Wine 8 has none, and Qt6Core would not load. Here every converter is one that
 * this machine does not know: what Qt hears on a Windows without that code page.
 */
#include <stdint.h>

#define FILE_ACCESS_ERROR 4 /* U_FILE_ACCESS_ERROR */
#define EXPORT __declspec(dllexport)

EXPORT void *ucnv_open(const char *name, int *status)
{
    (void)name;
    *status = FILE_ACCESS_ERROR;
    return 0;
}

EXPORT int32_t ucnv_countAvailable(void) { return 0; }
EXPORT const char *ucnv_getAvailableName(int32_t number) { (void)number; return 0; }

EXPORT const char *ucnv_getStandardName(uint16_t number, const char *standard, int *status)
{
    (void)number, (void)standard;
    *status = FILE_ACCESS_ERROR;
    return 0;
}

/* None of these is reached without a converter. */
#define UNREACHED(name) EXPORT void name(void) {}
UNREACHED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
UNREACHED(UCNV_TO_U_CALLBACK_SUBSTITUTE)
UNREACHED(ucnv_cbFromUWriteUChars)
UNREACHED(ucnv_cbToUWriteUChars)
UNREACHED(ucnv_close)
UNREACHED(ucnv_fromUCountPending)
UNREACHED(ucnv_fromUnicode)
UNREACHED(ucnv_getFromUCallBack)
UNREACHED(ucnv_getMaxCharSize)
UNREACHED(ucnv_getName)
UNREACHED(ucnv_getToUCallBack)
UNREACHED(ucnv_reset)
UNREACHED(ucnv_setFromUCallBack)
UNREACHED(ucnv_setToUCallBack)
UNREACHED(ucnv_toUCountPending)
UNREACHED(ucnv_toUnicode)
