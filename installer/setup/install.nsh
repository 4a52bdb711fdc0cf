; The set-up: what it asks first, and how it puts a version in place.

Function .onInit
  !ifdef CUT_AFTER
    StrCpy $CUT ${CUT_AFTER}
  !endif
  Call Begin
  ${If} ${Silent}
    Call RefuseAnotherFolder
    Call MayBegin
  ${EndIf}
FunctionEnd

; End here where a folder was named that NSIS does not take: it would go to the usual one and say
; nothing. With windows the page of the folder shows which it is.
Function RefuseAnotherFolder
  System::Call 'kernel32::GetCommandLineW() w .r1'
  StrCpy $2 0
  ${Do}
    StrCpy $3 $1 3 $2
    ${If} $3 == ""
      Return
    ${EndIf}
    IntOp $2 $2 + 1
  ${LoopUntil} $3 == "/D="
  IntOp $2 $2 + 2
  StrCpy $1 $1 "" $2
  StrCpy $2 $1 1 -1
  ${If} $2 == "\"
    StrCpy $1 $1 -1
  ${EndIf}
  ${If} $1 != $INSTDIR
    SetErrorLevel ${EXIT_FOLDER}
    Quit
  ${EndIf}
FunctionEnd

; End here where the set-up must not begin. With windows it is asked when they are made: before that
; NSIS speaks the language of Windows.
Function MayBegin
  Call AskAlone
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "$(REFUSED_WINDOWS)" /SD IDOK
    SetErrorLevel ${EXIT_WINDOWS}
    Quit
  ${EndIf}
  ReadRegStr $FOUND HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $FOUND_IN HKCU "${UNINSTALL_KEY}" "InstallLocation"
  ${If} $FOUND != ""
    ${VersionCompare} "$FOUND" "${VERSION}" $1
    ${If} $1 = 1
      StrCpy $0 $FOUND
      ${GetParameters} $2
      ClearErrors
      ${GetOptions} $2 "/OLDER" $3
      ${If} ${Errors}
        MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(REFUSED_NEWER)" /SD IDNO IDYES older
          SetErrorLevel ${EXIT_NEWER}
          Quit
        older:
      ${EndIf}
    ${EndIf}
  ${EndIf}
  Call AwaitClosed
  ${If} $0 = 1
    SetErrorLevel ${EXIT_RUNNING}
    Quit
  ${EndIf}
FunctionEnd

; A newer version goes over the one that is there: no folder is asked for.
Function SkipFolder
  ${If} $FOUND_IN == $INSTDIR
  ${AndIf} ${FileExists} "$FOUND_IN\files.txt"
    Abort
  ${EndIf}
FunctionEnd

Function LeaveFolder
  Call CheckFolder
  ${If} $0 <> 0
    Abort
  ${EndIf}
FunctionEnd

; See whether $INSTDIR can take the program. Sets $0 to the code to exit with, 0 where it can; a
; folder that was made for it stays, empty.
Function CheckFolder
  Push $1
  Push $2
  StrLen $1 "$INSTDIR\~setup-new\"
  IntOp $1 $1 + ${LONGEST}
  ${If} $1 > 259
    StrCpy $0 $INSTDIR
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(REFUSED_LONG)" /SD IDOK
    StrCpy $0 ${EXIT_FOLDER}
  ${Else}
    ClearErrors
    CreateDirectory $INSTDIR
    GetTempFileName $1 $INSTDIR
    ${If} ${Errors}
      StrCpy $0 $INSTDIR
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(REFUSED_FOLDER)" /SD IDOK
      StrCpy $0 ${EXIT_FOLDER}
    ${Else}
      Delete $1
      Call CheckRoom
    ${EndIf}
  ${EndIf}
  Pop $2
  Pop $1
FunctionEnd

; See whether there is room for the program in $INSTDIR, and in $TEMP for the one file into which NSIS
; unpacks all of it before it puts the first one down. Sets $0 as CheckFolder does.
Function CheckRoom
  StrCpy $0 $TEMP
  Call LookAtDrive
  StrCpy $R1 $3
  ${If} $2 < ${NEEDED_MB}
    StrCpy $1 ${NEEDED_MB}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(REFUSED_TEMP)" /SD IDOK
    RMDir $INSTDIR
    StrCpy $0 ${EXIT_SPACE}
    Return
  ${EndIf}
  StrCpy $0 $INSTDIR
  Call LookAtDrive
  StrCpy $1 ${NEEDED_MB}
  ${If} $3 == $R1
    IntOp $1 $1 + ${NEEDED_MB}
  ${EndIf}
  ${If} $2 < $1
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(REFUSED_SPACE)" /SD IDOK
    RMDir $INSTDIR
    StrCpy $0 ${EXIT_SPACE}
  ${Else}
    StrCpy $0 0
  ${EndIf}
FunctionEnd

; Set $2 to the megabytes that are free where the folder $0 lies, and $3 to its drive.
Function LookAtDrive
  System::Call 'kernel32::GetDiskFreeSpaceExW(w r0, *l .r2, p 0, p 0)'
  System::Int64Op $2 / 1048576
  Pop $2
  System::Call 'kernel32::GetVolumePathNameW(w r0, w .r3, i ${NSIS_MAX_STRLEN})'
FunctionEnd

; Set $FAULT to the first file of the version in $NEW that is not there as it should be. Where it is
; to take the place of another ($0 is 1) each file is written through to the disk: no power cut
; leaves a new version of which half was never written.
Function VerifyNew
  StrCpy $FAULT ""
  FileOpen $LIST "$NEW\files.part" r
  ${Do}
    Call NextLine
    ${If} $LINE == ""
      ${ExitDo}
    ${EndIf}
    ${If} ${FileExists} "$NEW\$LINE"
      ClearErrors
      FileOpen $1 "$NEW\$LINE" a
      ${If} ${Errors} ; a virus scanner looks at it: its size can be had all the same
        FileOpen $1 "$NEW\$LINE" r
      ${EndIf}
      FileSeek $1 0 END $2
      ${If} $0 = 1
        System::Call 'kernel32::FlushFileBuffers(p r1)'
      ${EndIf}
      FileClose $1
      ${If} $2 = $SIZE
      ${OrIf} $SIZE < 0
        ${Continue}
      ${EndIf}
    ${EndIf}
    StrCpy $FAULT "$NEW\$LINE"
    ${ExitDo}
  ${Loop}
  FileClose $LIST
FunctionEnd

; Leave everything as it was, tell the log, and end with the code on the stack.
!macro GIVE_UP code
  Push "given up: ${code} $FAULT"
  Call Log
  DetailPrint "$(STEP_BACK)"
  SetErrorLevel ${code}
  Abort
!macroend

Section
  SetOverwrite on
  AddSize ${KILOBYTES} ; NSIS unpacks everything a second time, see CheckRoom
  Call KnowPlaces
  Call OpenLog
  Push "found: $FOUND in $FOUND_IN"
  Call Log
  Call CheckFolder
  ${If} $0 <> 0
    !insertmacro GIVE_UP $0
  ${EndIf}
  ${If} ${FileExists} "$OLD\*.*"
    Push "finishing what was under way"
    Call Log
  ${EndIf}
  Call Settle
  ${If} ${FileExists} "$OLD\*.*"
    StrCpy $0 $OLD
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FAILED_BEFORE)" /SD IDOK
    !insertmacro GIVE_UP ${EXIT_FAILED}
  ${EndIf}

  SetDetailsPrint both
  DetailPrint "$(STEP_UNPACK)"
  SetDetailsPrint listonly
  StrCpy $LAYING "yes"
  ClearErrors
  !include /CHARSET=UTF8 "${STAGE}"
  SetOutPath $INSTDIR
  WriteUninstaller "$NEW\uninstall.exe"
  WriteUninstaller "$INSTDIR\~setup-finish.exe"
  StrCpy $LAYING ""
  StrCpy $FAULT ""
  ${If} ${Errors}
    StrCpy $FAULT $NEW
  ${Else}
    SetDetailsPrint both
    DetailPrint "$(STEP_VERIFY)"
    StrCpy $0 0
    ${If} ${FileExists} "$INSTDIR\files.txt"
      StrCpy $0 1
    ${EndIf}
    Call VerifyNew
  ${EndIf}
  ${If} $FAULT != ""
    StrCpy $0 $FAULT
    MessageBox MB_OK|MB_ICONSTOP "$(FAILED_UNPACK)" /SD IDOK
    Call Withdraw
    !insertmacro GIVE_UP ${EXIT_FAILED}
  ${EndIf}
  Push "laid down and verified"
  Call Log

  Call AwaitClosed ; she may have opened it meanwhile
  ${If} $0 = 1
    Call Withdraw
    !insertmacro GIVE_UP ${EXIT_RUNNING}
  ${EndIf}
  DetailPrint "$(STEP_SWAP)"
  Call PromiseEnd
  Rename "$NEW\files.part" "$NEW\files.txt" ; from here on the new version is to be
  Call Settle
  ${If} $FAULT != ""
    StrCpy $9 $FAULT ; for the log: taking back begins anew
    Call TakeBack
    ${If} $FAULT == ""
      Call Withdraw
    ${EndIf}
    StrCpy $FAULT $9
    !insertmacro GIVE_UP ${EXIT_FAILED}
  ${EndIf}
  Push "the new version is there"
  Call Log

  DetailPrint "$(STEP_MARKS)"
  Call WriteMarks
  ${If} $FOUND_IN != ""
  ${AndIf} ${FileExists} "$FOUND_IN\files.txt"
  ${AndIfNot} ${FileExists} "$FOUND_IN\~setup-finish.exe" ; it is this one, by whatever name
    Push $FOUND_IN
    Push "$FOUND_IN\files.txt"
    Call DeleteListed
    Delete "$FOUND_IN\files.txt"
    RMDir $FOUND_IN
    Push "the version in $FOUND_IN was removed"
    Call Log
  ${EndIf}
  ${IfNot} ${FileExists} "$OLD\*.*" ; else a file that was held is cleared at the next logon
    Call KeepNoPromise
  ${EndIf}
  DetailPrint "$(STEP_DONE)"
  Push "done"
  Call Log
SectionEnd

; NSIS itself gives up where a file cannot be written: the drive became full meanwhile. What it has
; laid down until then does not stay.
Function .onInstFailed
  ${If} $LAYING == "yes"
    Call Withdraw
    Push "given up: ${EXIT_FAILED} while the files were laid down"
    Call Log
    SetErrorLevel ${EXIT_FAILED}
  ${EndIf}
FunctionEnd

; Take away what was laid down, and a folder that was made for it.
Function Withdraw
  SetOutPath $TEMP
  RMDir /r $NEW
  Call KeepNoPromise
  RMDir $INSTDIR
FunctionEnd

; Start the program as her own shortcut does.
Function StartProgram
  ExecShell "" "$SMPROGRAMS\ITA Desktop.lnk"
FunctionEnd
