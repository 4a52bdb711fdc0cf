; How Windows knows the program: shortcuts, the kind of file, the list of installed programs; and how
; the set-up knows that it runs. Twice, as files.nsh.

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\ITA Desktop"
!define RUN_ONCE_KEY "Software\Microsoft\Windows\CurrentVersion\RunOnce"
!define CLASSES "Software\Classes"
!define FILE_CLASS "ITADesktop.File"
!define START_WITH '-X utf8 -m ita_desktop'

!macro MARKS un

; Set $0 to 1 while the program runs, else to 0.
Function ${un}AskWhetherRunning
  Push $1
  StrCpy $0 0
  System::Call 'kernel32::OpenMutexW(i 0x100000, i 0, w "${RUNNING}") p.r1'
  ${If} $1 P<> 0
    System::Call 'kernel32::CloseHandle(p r1)'
    StrCpy $0 1
  ${EndIf}
  ; Another session of the same person is not seen by its mutex. A program that runs cannot be
  ; written to.
  ${If} ${FileExists} "$INSTDIR\pythonw.exe"
    ClearErrors
    FileOpen $1 "$INSTDIR\pythonw.exe" a
    ${If} ${Errors}
      StrCpy $0 1
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
  Pop $1
FunctionEnd

; Wait until the program is closed; set $0 to 1 where she would rather not, or nobody can be asked.
Function ${un}AwaitClosed
  Push $1
  StrCpy $1 0
  ${Do}
    Call ${un}AskWhetherRunning
    ${If} $0 = 0
      ${ExitDo}
    ${EndIf}
    IntOp $1 $1 + 1
    ${If} $1 < 8 ; it may be on its way out, or a virus scanner looks at it
      Sleep 250
    ${Else}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(REFUSED_RUNNING)" /SD IDCANCEL IDRETRY again
        ${ExitDo}
      again:
    ${EndIf}
  ${Loop}
  Pop $1
FunctionEnd

; Give the shortcut on the stack the id of the program: its windows then belong to it on the task bar.
Function ${un}SetApplicationId
  Exch $6
  Push $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '(r6, ${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call 'oleaut32::SysAllocString(w "${APPLICATION_ID}") p.r5'
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_BSTR},,p r5)p.r4'
        ${IPropertyStore::SetValue} $2 '($3,$4)'
        ${IPropertyStore::Commit} $2 ""
        System::Call 'oleaut32::SysFreeString(p r5)'
        System::Free $3
        System::Free $4
        ${IUnknown::Release} $2 ""
        ${IPersistFile::Save} $1 '(r6, 1)'
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
  Pop $6
FunctionEnd

; Make the shortcut on the stack.
Function ${un}MakeShortcut
  Exch $0
  SetOutPath "$PROFILE" ; where the program starts: her own folder, which no uninstaller removes
  CreateShortcut $0 "$INSTDIR\pythonw.exe" '${START_WITH}' "$INSTDIR\${APP_ICON}" 0 SW_SHOWNORMAL "" "$(SHORTCUT_TIP)"
  Push $0
  Call ${un}SetApplicationId
  Pop $0
FunctionEnd

; Tell Windows of the program in $INSTDIR. The desktop's icon is made at the first time only: she may
; have taken it away.
Function ${un}WriteMarks
  Push $0
  Push "$SMPROGRAMS\ITA Desktop.lnk"
  Call ${un}MakeShortcut
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 == ""
  ${OrIf} ${FileExists} "$DESKTOP\ITA Desktop.lnk"
    Push "$DESKTOP\ITA Desktop.lnk"
    Call ${un}MakeShortcut
  ${EndIf}

  WriteRegStr HKCU "${CLASSES}\${FILE_CLASS}" "" "$(FILE_KIND)"
  WriteRegStr HKCU "${CLASSES}\${FILE_CLASS}" "AppUserModelID" "${APPLICATION_ID}"
  WriteRegStr HKCU "${CLASSES}\${FILE_CLASS}\DefaultIcon" "" '"$INSTDIR\${FILE_ICON}"'
  WriteRegStr HKCU "${CLASSES}\${FILE_CLASS}\shell\open" "FriendlyAppName" "ITA Desktop"
  WriteRegStr HKCU "${CLASSES}\${FILE_CLASS}\shell\open\command" "" '"$INSTDIR\pythonw.exe" ${START_WITH} "%1"'
  WriteRegStr HKCU "${CLASSES}\.ita" "" "${FILE_CLASS}"
  WriteRegStr HKCU "${CLASSES}\.ita\OpenWithProgids" "${FILE_CLASS}" ""
  ${NotifyShell_AssocChanged}

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "ITA Desktop"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${APP_ICON}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  Pop $0
FunctionEnd

; Take all of it back. Of .ita only what still is ours: another program may have it by now.
Function ${un}RemoveMarks
  Push $0
  ${UnpinShortcut} "$SMPROGRAMS\ITA Desktop.lnk"
  Delete "$SMPROGRAMS\ITA Desktop.lnk"
  Delete "$DESKTOP\ITA Desktop.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.ita" ""
  ${If} $0 == "${FILE_CLASS}"
    DeleteRegValue HKCU "${CLASSES}\.ita" ""
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\.ita\OpenWithProgids" "${FILE_CLASS}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ita\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ita"
  DeleteRegKey HKCU "${CLASSES}\${FILE_CLASS}"
  ${NotifyShell_AssocChanged}
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  Pop $0
FunctionEnd

; Have what is under way finished at the next logon, should the power fail now.
Function ${un}PromiseEnd
  WriteRegStr HKCU "${RUN_ONCE_KEY}" "ITA Desktop" '"$INSTDIR\~setup-finish.exe" /S /finish'
FunctionEnd

; Nothing is under way any more.
Function ${un}KeepNoPromise
  DeleteRegValue HKCU "${RUN_ONCE_KEY}" "ITA Desktop"
  Delete "$INSTDIR\~setup-finish.exe"
FunctionEnd

!macroend
