; The set-up of ITA Desktop for Windows: for one person, without an administrator. Compiled by
; installer/nsis.py, which defines
;
;   VERSION PARTS (four numbers) PUBLISHER APPLICATION_ID RUNNING (the program's marks)
;   TARGET OUT (the file that is made) STAGE (a file with a File line for each of the program's)
;   APP_ICON FILE_ICON (paths inside) SETUP_ICON WELCOME_PICTURE HEADER_PICTURE
;   KILOBYTES (of all files) NEEDED_MB LONGEST (characters of the longest path inside)
;   PATIENCE (tries, four a second, where another program holds a file)
;   QUICKLY (not usual: packed faster and larger, for trials)
;
; What a call may say and what it exits with stands in installer/README.md.

Unicode true
Target ${TARGET}
!ifdef QUICKLY
  SetCompressor /SOLID zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave off ; the same files give the same set-up
CRCCheck force
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!define EXIT_WINDOWS 3
!define EXIT_RUNNING 4
!define EXIT_SPACE 5
!define EXIT_NEWER 6
!define EXIT_SETUP 7
!define EXIT_FAILED 8
!define EXIT_FOLDER 9

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include Integration.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh
!include /CHARSET=UTF8 files.nsh
!include /CHARSET=UTF8 marks.nsh

Name "ITA Desktop"
OutFile "${OUT}"
BrandingText "ITA Desktop ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\ITA Desktop"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation" ; /D= goes before it
ShowInstDetails hide
ShowUninstDetails hide
AllowRootDirInstall false

; Pages -------------------------------------------------------------------------------------------

!define MUI_ICON "${SETUP_ICON}"
!define MUI_UNICON "${SETUP_ICON}"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_BITMAP "${HEADER_PICTURE}"
!define MUI_HEADERIMAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_WELCOMEFINISHPAGE_BITMAP "${WELCOME_PICTURE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_ABORTWARNING
!define MUI_CUSTOMFUNCTION_GUIINIT MayBegin
!define MUI_CUSTOMFUNCTION_UNGUIINIT un.MayBegin
!define MUI_FINISHPAGE_NOAUTOCLOSE

!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipFolder
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!insertmacro MUI_PAGE_FINISH

!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(UNINSTALL_WHAT)"
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "$(UNINSTALL_FROM)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; NSIS' own Thai texts are clumsy and in part wrong: ours take their place.
!insertmacro MUI_LANGUAGEEX "." "Thai"
!insertmacro MUI_LANGUAGE "English"
!include /CHARSET=UTF8 words_thai.nsh
!include /CHARSET=UTF8 words_english.nsh

VIProductVersion "${PARTS}"
VIFileVersion "${PARTS}"
!macro VERSION_DATA language what
  VIAddVersionKey /LANG=${language} "ProductName" "ITA Desktop"
  VIAddVersionKey /LANG=${language} "FileDescription" "${what}"
  VIAddVersionKey /LANG=${language} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "© ${PUBLISHER}, MIT"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
!macroend
!insertmacro VERSION_DATA ${LANG_THAI} "ชุดติดตั้ง ITA Desktop"
!insertmacro VERSION_DATA ${LANG_ENGLISH} "ITA Desktop Setup"

; What both programs share ------------------------------------------------------------------------

!ifdef CUT_AFTER
  Var CUT
!endif
Var FOUND ; the version that is installed; empty: none
Var FOUND_IN ; where

!macro BEGIN un
; Choose the language; what both do first.
Function ${un}Begin
  SetShellVarContext current
  StrCpy $LANGUAGE ${LANG_THAI} ; whatever Windows itself speaks: the program is Thai
  ${GetParameters} $0
  ${GetOptions} $0 "/LANG=" $1
  ${If} $1 == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
FunctionEnd

; End here where another set-up or uninstaller is at work.
Function ${un}AskAlone
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Local\ITA Desktop setup") p.r1 ?e'
  Pop $1
  ${If} $1 = 183 ; it was there already
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(REFUSED_SETUP)" /SD IDOK
    SetErrorLevel ${EXIT_SETUP}
    Quit
  ${EndIf}
FunctionEnd

; $INSTDIR is known: so are the places in it.
Function ${un}KnowPlaces
  StrCpy $NEW "$INSTDIR\~setup-new"
  StrCpy $OLD "$INSTDIR\~setup-old"
FunctionEnd

; Tell in the log what was done, in $TEMP where it is in nobody's way.
Function ${un}OpenLog
  FileOpen $LOG "$TEMP\ITA Desktop setup.log" w
  FileWriteWord $LOG 0xFEFF
  ${GetTime} "" "L" $0 $1 $2 $3 $4 $5 $6
  Push "$2-$1-$0 $4:$5:$6 ITA Desktop ${VERSION} ${un}"
  Call ${un}Log
  Push "folder: $INSTDIR"
  Call ${un}Log
FunctionEnd
!macroend

!insertmacro FILES ""
!insertmacro MARKS ""
!insertmacro BEGIN ""
!insertmacro FILES "un."
!insertmacro MARKS "un."
!insertmacro BEGIN "un."

; The set-up --------------------------------------------------------------------------------------

Function .onInit
  !ifdef CUT_AFTER
    StrCpy $CUT ${CUT_AFTER}
  !endif
  Call Begin
  ${If} ${Silent}
    Call MayBegin
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
      System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r2, p 0, p 0)'
      System::Int64Op $2 / 1048576
      Pop $2
      ${If} $2 < ${NEEDED_MB}
        StrCpy $0 $INSTDIR
        StrCpy $1 ${NEEDED_MB}
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(REFUSED_SPACE)" /SD IDOK
        RMDir $INSTDIR
        StrCpy $0 ${EXIT_SPACE}
      ${Else}
        StrCpy $0 0
      ${EndIf}
    ${EndIf}
  ${EndIf}
  Pop $2
  Pop $1
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
  ClearErrors
  !include /CHARSET=UTF8 "${STAGE}"
  SetOutPath $INSTDIR
  WriteUninstaller "$NEW\uninstall.exe"
  WriteUninstaller "$INSTDIR\~setup-finish.exe"
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

; The uninstaller ---------------------------------------------------------------------------------

Function un.onInit
  Call un.Begin
  ${If} ${Silent}
    Call un.MayBegin
  ${EndIf}
FunctionEnd

; As MayBegin.
Function un.MayBegin
  Call un.AskAlone
  Call un.AwaitClosed
  ${If} $0 = 1
    ${If} ${FileExists} "$INSTDIR\~setup-finish.exe"
      Call un.PromiseEnd
    ${EndIf}
    SetErrorLevel ${EXIT_RUNNING}
    Quit
  ${EndIf}
FunctionEnd

Section Uninstall
  Call un.KnowPlaces
  Call un.OpenLog
  SetOutPath $TEMP ; no folder that is to go is in use by us
  Call un.Settle
  ClearErrors
  ${GetParameters} $0
  ${GetOptions} $0 "/finish" $1
  ${IfNot} ${Errors}
    ; Not to be taken off: an installation that a power cut stopped is brought to its end.
    ${If} $FAULT == ""
      ${If} ${FileExists} "$INSTDIR\files.txt"
        Call un.WriteMarks
      ${EndIf}
    ${EndIf}
    ${If} $FAULT == ""
    ${AndIfNot} ${FileExists} "$OLD\*.*"
      Call un.KeepNoPromise
      RMDir $INSTDIR
      Push "finished"
      Call un.Log
    ${Else}
      Call un.PromiseEnd
      Push "not finished: $FAULT"
      Call un.Log
      SetErrorLevel ${EXIT_FAILED}
    ${EndIf}
    Return
  ${EndIf}

  DetailPrint "$(STEP_REMOVE)"
  StrCpy $FAULT ""
  Push $INSTDIR
  Push "$INSTDIR\files.txt"
  Call un.DeleteListed
  Delete "$INSTDIR\files.txt"
  Call un.KeepNoPromise
  Call un.RemoveMarks
  RMDir $INSTDIR
  ${If} $FAULT != ""
    Push "left: $FAULT"
    Call un.Log
    StrCpy $0 $FAULT
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(FAILED_REMOVE)" /SD IDOK
    SetErrorLevel ${EXIT_FAILED}
  ${Else}
    Push "done"
    Call un.Log
  ${EndIf}
  DetailPrint "$(STEP_DONE)"
SectionEnd
