; The uninstaller, which also finishes what a power cut stopped.

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
