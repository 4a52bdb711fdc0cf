/* Press a button of every window of the set-up that comes, or Cancel where only that can be pressed,
   and tell what stood in it.

   clicker.exe TOLD BUTTON COMMAND: the windows' texts go to the file TOLD, UTF-8, one a line:
   the number of the window, the number of the control (0: the window itself), the text. Ends with
   the code of the command when no window has come for some time. */
#include <windows.h>
#include <stdio.h>

#define PATIENCE 40 /* looks, ten a second */

static FILE *told;
static int windows;
static HWND found;
static wchar_t seen[4000], last[4000];

static void text_of(HWND window, wchar_t *text, int most) {
    text[0] = 0;
    SendMessageTimeoutW(window, WM_GETTEXT, most, (LPARAM)text, SMTO_ABORTIFHUNG, 2000, NULL);
}

static BOOL CALLBACK is_ours(HWND window, LPARAM unused) {
    wchar_t kind[64], title[300];
    GetClassNameW(window, kind, 64);
    GetWindowTextW(window, title, 300);
    if (!IsWindowVisible(window) || wcscmp(kind, L"#32770") || !wcsstr(title, L"ITA Desktop")) return TRUE;
    found = window; /* the uppermost comes first: a question lies over its page */
    return FALSE;
}

static void tell(HWND window, int control) {
    wchar_t text[2000];
    char said[6000];
    text_of(window, text, 2000);
    if (!text[0]) return;
    for (wchar_t *letter = text; *letter; letter++) if (*letter < L' ') *letter = L' ';
    WideCharToMultiByte(CP_UTF8, 0, text, -1, said, sizeof said, NULL, NULL);
    fprintf(told, "%d\t%d\t%s\n", windows, control, said);
}

static BOOL CALLBACK gather(HWND window, LPARAM telling) {
    wchar_t text[2000];
    if (!IsWindowVisible(window)) return TRUE;
    if (telling) tell(window, GetDlgCtrlID(window));
    text_of(window, text, 2000);
    if (wcslen(seen) + wcslen(text) < 3900) wcscat(seen, text);
    return TRUE;
}

int wmain(int count, wchar_t **words) {
    STARTUPINFOW start = {sizeof start};
    PROCESS_INFORMATION made;
    DWORD code = 0;
    int button = _wtoi(words[2]), idle = 0, stuck = 0;
    told = _wfopen(words[1], L"wb");
    if (!CreateProcessW(NULL, words[3], NULL, NULL, FALSE, 0, NULL, NULL, &start, &made)) return 98;
    while (idle < PATIENCE) {
        Sleep(100);
        idle++;
        found = NULL;
        EnumWindows(is_ours, 0);
        if (!found) continue;
        HWND pressed = GetDlgItem(found, button);
        int now = button;
        if (!pressed || !IsWindowEnabled(pressed)) {
            idle = 0; /* at work, or at its end where only this is left */
            pressed = GetDlgItem(found, IDCANCEL);
            stuck = pressed && IsWindowEnabled(pressed) ? stuck + 1 : 0;
            if (stuck < 10) continue;
            now = IDCANCEL;
        }
        stuck = 0;
        seen[0] = 0;
        EnumChildWindows(found, gather, 0);
        if (!wcscmp(seen, last)) continue; /* the window before, on its way out */
        wcscpy(last, seen);
        windows++;
        tell(found, 0);
        EnumChildWindows(found, gather, 1);
        idle = 0;
        HWND run = FindWindowExW(found, NULL, L"#32770", NULL);
        for (; run; run = FindWindowExW(found, run, L"#32770", NULL)) {
            HWND tick = GetDlgItem(run, 1203); /* of the last page: to start the program */
            if (tick) SendMessageW(tick, BM_SETCHECK, BST_UNCHECKED, 0);
        }
        PostMessageW(found, WM_COMMAND, MAKEWPARAM(now, BN_CLICKED), (LPARAM)pressed);
    }
    fclose(told);
    if (WaitForSingleObject(made.hProcess, 0) == WAIT_TIMEOUT) {
        TerminateProcess(made.hProcess, 97);
        return 97;
    }
    GetExitCodeProcess(made.hProcess, &code);
    return code;
}
