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
AllowSkipFiles off ; a program that lacks a file is none
ReserveFile /plugin System.dll ; lies first: what is asked before the rest is unpacked asks with it

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
Var LAYING ; "yes" while files are laid down

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

!include /CHARSET=UTF8 install.nsh
!include /CHARSET=UTF8 uninstall.nsh
