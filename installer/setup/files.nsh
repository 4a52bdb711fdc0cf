; Putting files in place, twice: for the set-up ("") and for the uninstaller ("un.").
;
; A version is laid down whole in $NEW, looked through, and only then takes the place of the one
; before: each thing that lies at the top of the program folder (about a hundred, lib is one) is
; renamed, first from the folder to $OLD, then from $NEW to the folder. What lies where says how far
; that came, also after a power cut:
;
;   $NEW\files.txt  $OLD\files.txt
;        -            -     $OLD is there: to be taken back (TakeBack), else nothing is under way
;        yes          -     the old version is on its way out of the folder
;        yes          yes   the new version is on its way in
;        -            yes   the new version is there, what is left in $OLD is cleared
;
; files.txt is the list of a version and moves last: UTF-16, a line a file, its bytes (-1: not known
; when the list was written) and blanks up to the twelfth character, then its path.

Var NEW ; the folder of the version that comes
Var OLD ; the folder of the version that goes
Var FAULT ; what could not be done, as a path; empty: all well
Var LINE ; path from a list
Var SIZE ; its bytes
Var TOP ; the first part of the path
Var LIST ; handle of the open list
Var LOG ; handle of the open log, empty: none

!macro FILES un

; Write one line, taken from the stack, into the log.
Function ${un}Log
  Exch $0
  ${If} $LOG != ""
    FileWriteUTF16LE $LOG "$0$\r$\n"
  ${EndIf}
  Pop $0
FunctionEnd

; Set $LINE, $SIZE and $TOP from the next line of $LIST; $LINE is empty at the end.
Function ${un}NextLine
  Push $0
  Push $1
  FileReadUTF16LE $LIST $LINE
  IntOp $SIZE $LINE + 0 ; the number that the line begins with
  StrCpy $LINE $LINE -2 12
  StrCpy $TOP $LINE
  StrCpy $0 0
  ${Do}
    StrCpy $1 $LINE 1 $0
    ${If} $1 == "\"
      StrCpy $TOP $LINE $0
      ${ExitDo}
    ${ElseIf} $1 == ""
      ${ExitDo}
    ${EndIf}
    IntOp $0 $0 + 1
  ${Loop}
  Pop $1
  Pop $0
FunctionEnd

; Rename; from and to are taken from the stack (to on top). Waits for those who hold a file for a
; while, then asks. $FAULT names what was given up.
Function ${un}Move
  Exch $1 ; to
  Exch
  Exch $0 ; from
  Push $2
  StrCpy $2 0
  !ifdef CUT_AFTER ; a trial of a power cut
    !if "${un}" == ""
      IntOp $CUT $CUT - 1
      ${If} $CUT < 0
        System::Call 'kernel32::GetCurrentProcess() p.r2'
        System::Call 'kernel32::TerminateProcess(p r2, i 99)'
      ${EndIf}
    !endif
  !endif
  ${Do}
    ClearErrors
    Rename $0 $1
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    IntOp $2 $2 + 1
    ${If} $2 = 4
      DetailPrint "$(STEP_WAIT) $0"
    ${EndIf}
    ${If} $2 < ${PATIENCE}
      Sleep 250
    ${Else}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(FAILED_HELD)" /SD IDCANCEL IDRETRY again
        StrCpy $FAULT $0
        Push "not moved: $0 to $1"
        Call ${un}Log
        ${ExitDo}
      again:
      StrCpy $2 0
    ${EndIf}
  ${Loop}
  Pop $2
  Pop $0
  Pop $1
FunctionEnd

; Move what the list of the folder names at its top into $OLD.
Function ${un}MoveListed
  ${If} ${FileExists} "$INSTDIR\files.txt"
    FileOpen $LIST "$INSTDIR\files.txt" r
    ${Do}
      Call ${un}NextLine
      ${If} $LINE == ""
      ${OrIf} $FAULT != ""
        ${ExitDo}
      ${EndIf}
      ${If} ${FileExists} "$INSTDIR\$TOP"
        Push "$INSTDIR\$TOP"
        Push "$OLD\$TOP"
        Call ${un}Move
      ${EndIf}
    ${Loop}
    FileClose $LIST
  ${EndIf}
FunctionEnd

; Go through what lies at the top of $NEW, but for its list and the program's start. What has such a
; name in the folder moves to $OLD where $R0 is "out"; where it is "in", that of $NEW enters.
Function ${un}MoveEach
  Push $1
  Push $2
  FindFirst $1 $2 "$NEW\*.*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
    ${AndIf} $2 != "files.txt"
    ${AndIf} $2 != "pythonw.exe"
    ${AndIf} $FAULT == ""
      ${If} $R0 == "in"
        Push "$NEW\$2"
        Push "$INSTDIR\$2"
        Call ${un}Move
      ${ElseIf} ${FileExists} "$INSTDIR\$2"
        Push "$INSTDIR\$2"
        Push "$OLD\$2"
        Call ${un}Move
      ${EndIf}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
  Pop $2
  Pop $1
FunctionEnd

; The old version leaves the folder, and all that would be in the way of the new one. The program's
; own start goes first and comes last: half a version cannot be started.
Function ${un}LeaveOld
  CreateDirectory $OLD
  ${If} ${FileExists} "$INSTDIR\pythonw.exe"
    Push "$INSTDIR\pythonw.exe"
    Push "$OLD\pythonw.exe"
    Call ${un}Move
  ${EndIf}
  ${If} $FAULT == ""
    Call ${un}MoveListed
  ${EndIf}
  ${If} $FAULT == ""
    StrCpy $R0 "out"
    Call ${un}MoveEach
  ${EndIf}
  ${If} $FAULT == ""
    ${If} ${FileExists} "$INSTDIR\files.txt"
      Push "$INSTDIR\files.txt"
      Push "$OLD\files.txt"
      Call ${un}Move
    ${Else}
      FileOpen $0 "$OLD\files.txt" w ; nothing was installed here
      FileClose $0
    ${EndIf}
  ${EndIf}
FunctionEnd

; The new version enters the folder.
Function ${un}EnterNew
  StrCpy $R0 "in"
  Call ${un}MoveEach
  ${If} $FAULT == ""
  ${AndIf} ${FileExists} "$NEW\pythonw.exe"
    Push "$NEW\pythonw.exe"
    Push "$INSTDIR\pythonw.exe"
    Call ${un}Move
  ${EndIf}
  ${If} $FAULT == ""
    Push "$NEW\files.txt"
    Push "$INSTDIR\files.txt"
    Call ${un}Move
  ${EndIf}
FunctionEnd

; Undo EnterNew and LeaveOld, as far as they came.
Function ${un}TakeBack
  StrCpy $FAULT ""
  ${If} ${FileExists} "$NEW\files.txt"
    ${If} ${FileExists} "$OLD\files.txt"
      FileOpen $LIST "$NEW\files.txt" r
      ${Do}
        Call ${un}NextLine
        ${If} $LINE == ""
        ${OrIf} $FAULT != ""
          ${ExitDo}
        ${EndIf}
        ${IfNot} ${FileExists} "$NEW\$TOP"
        ${AndIf} ${FileExists} "$INSTDIR\$TOP"
          Push "$INSTDIR\$TOP"
          Push "$NEW\$TOP"
          Call ${un}Move
        ${EndIf}
      ${Loop}
      FileClose $LIST
      ${If} $FAULT != ""
        Return ; the new version is finished at the next chance
      ${EndIf}
      FileOpen $0 "$OLD\files.txt" r
      FileSeek $0 0 END $1
      FileClose $0
      ${If} $1 = 0
        Delete "$OLD\files.txt"
      ${Else}
        Rename "$OLD\files.txt" "$INSTDIR\files.txt"
      ${EndIf}
    ${EndIf}
    Delete "$NEW\files.part"
    Rename "$NEW\files.txt" "$NEW\files.part"
  ${EndIf}
  Push ""
  Call ${un}PutBack
  RMDir $OLD
  RMDir /r $NEW
FunctionEnd

; Give what is left in $OLD its place in the folder again: it is not ours. On the stack: a folder
; inside, empty or with a backslash at its end. Where a file of ours now has that name, hers gets
; another one.
Function ${un}PutBack
  Exch $0
  Push $1
  Push $2
  FindFirst $1 $2 "$OLD\$0*.*"
  ${DoWhile} $2 != ""
    ${If} $2 != "."
    ${AndIf} $2 != ".."
    ${AndIf} "$0$2" != "files.txt"
      ${IfNot} ${FileExists} "$INSTDIR\$0$2"
        Push "$OLD\$0$2"
        Push "$INSTDIR\$0$2"
        Call ${un}Move
      ${ElseIf} ${FileExists} "$OLD\$0$2\*.*"
      ${AndIf} ${FileExists} "$INSTDIR\$0$2\*.*"
        Push "$0$2\"
        Call ${un}PutBack
        RMDir "$OLD\$0$2"
      ${Else}
        Push "$OLD\$0$2"
        Push "$INSTDIR\$0$2.เดิม"
        Call ${un}Move
      ${EndIf}
    ${EndIf}
    FindNext $1 $2
  ${Loop}
  FindClose $1
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

; Delete the files that a list names, below a folder, and the folders that are empty then. On the
; stack: the folder, the list on top. $FAULT names a file that stays because somebody holds it.
Function ${un}DeleteListed
  Exch $1 ; list
  Exch
  Exch $0 ; folder
  Push $2
  Push $3
  FileOpen $LIST $1 r
  StrCpy $1 0 ; how often a file was waited for, in all
  StrCpy $3 "" ; the folder of the line before
  ${Do}
    Call ${un}NextLine
    StrCpy $2 $LINE
    Call ${un}Parent
    ${If} $2 != $3
    ${OrIf} $LINE == ""
      Push $2
      ${DoWhile} $3 != ""
        Delete "$0\$3\__pycache__\*.pyc" ; Python may have written them
        RMDir "$0\$3\__pycache__"
        RMDir "$0\$3"
        StrCpy $2 $3
        Call ${un}Parent
        StrCpy $3 $2
      ${Loop}
      Pop $3
    ${EndIf}
    ${If} $LINE == ""
      ${ExitDo}
    ${EndIf}
    Delete "$0\$LINE"
    ${DoWhile} ${FileExists} "$0\$LINE"
      ${If} $LINE == "uninstall.exe" ; it may be the one that runs
        ${ExitDo}
      ${ElseIf} $1 >= ${PATIENCE}
        StrCpy $FAULT "$0\$LINE"
        ${ExitDo}
      ${EndIf}
      IntOp $1 $1 + 1
      Sleep 250
      Delete "$0\$LINE"
    ${Loop}
  ${Loop}
  FileClose $LIST
  Pop $3
  Pop $2
  Pop $0
  Pop $1
FunctionEnd

; Cut the last part off the path in $2; empty where there is one part only.
Function ${un}Parent
  Push $4
  ${DoWhile} $2 != ""
    StrCpy $4 $2 1 -1
    StrCpy $2 $2 -1
    ${If} $4 == "\"
      ${ExitDo}
    ${EndIf}
  ${Loop}
  Pop $4
FunctionEnd

; Bring what is under way to its end, see the table above. $FAULT is empty when all is well.
Function ${un}Settle
  StrCpy $FAULT ""
  ${If} ${FileExists} "$NEW\files.txt"
    ${IfNot} ${FileExists} "$OLD\files.txt"
      Call ${un}LeaveOld
    ${EndIf}
    ${If} $FAULT == ""
      Call ${un}EnterNew
    ${EndIf}
    ${If} $FAULT != ""
      Return
    ${EndIf}
  ${ElseIfNot} ${FileExists} "$OLD\files.txt"
  ${AndIf} ${FileExists} "$OLD\*.*"
    Call ${un}TakeBack
    Return
  ${EndIf}
  ${If} ${FileExists} "$OLD\files.txt"
    Push $OLD
    Push "$OLD\files.txt"
    Call ${un}DeleteListed
    ${If} $FAULT == ""
      Push ""
      Call ${un}PutBack
    ${EndIf}
    ${If} $FAULT == ""
      Delete "$OLD\files.txt"
      RMDir $OLD
    ${EndIf}
    StrCpy $FAULT "" ; the new version is whole; what is left is cleared at the next chance
  ${EndIf}
  RMDir /r $NEW
FunctionEnd

!macroend
