; What the set-up of ITA Desktop says in English: chosen by /LANG=en only.

LangString WELCOME ${LANG_ENGLISH} "ITA papers of Thai local governments, version ${VERSION}.$\r$\n$\r$\nInstalls for this user account. No administrator and no internet is needed.$\r$\n$\r$\nAn earlier version is replaced; your data files, backups and settings stay.$\r$\n$\r$\nPlease close ITA Desktop first."
LangString FINISHED ${LANG_ENGLISH} "Open the program by its icon on the desktop, from the Start menu, or by a double click on a data file (.ita)."
LangString UNINSTALL_WHAT ${LANG_ENGLISH} "ITA Desktop will be taken off this computer.$\r$\n$\r$\nYour data files (.ita), backups and settings stay. When the program is installed again you can go on at once."
LangString UNINSTALL_FROM ${LANG_ENGLISH} "Uninstalling from:"

LangString REFUSED_WINDOWS ${LANG_ENGLISH} "ITA Desktop needs 64-bit Windows 10, version 1809 or newer. Please install it on another computer, or have Windows updated first."
LangString REFUSED_SETUP ${LANG_ENGLISH} "ITA Desktop is being installed or uninstalled already. Please wait until that is done and start again."
LangString REFUSED_RUNNING ${LANG_ENGLISH} "ITA Desktop is running. Please close all its windows and choose Retry.$\r$\n$\r$\nAll that was typed is saved. With Cancel nothing is changed."
LangString REFUSED_NEWER ${LANG_ENGLISH} "This computer has ITA Desktop $0, which is newer than ${VERSION}.$\r$\n$\r$\nData files that the newer version has opened may not open in the older one. Install the older version all the same?"
LangString REFUSED_FOLDER ${LANG_ENGLISH} "Files cannot be written into this folder:$\r$\n$\r$\n$0$\r$\n$\r$\nPlease choose another one, or take the one that was proposed."
LangString REFUSED_LONG ${LANG_ENGLISH} "The name of this folder is too long:$\r$\n$\r$\n$0$\r$\n$\r$\nPlease choose one with a shorter name, or take the one that was proposed."
LangString REFUSED_SPACE ${LANG_ENGLISH} "The drive is too full: $1 MB are needed, $2 MB are free.$\r$\n$\r$\n$0$\r$\n$\r$\nPlease remove files that are not needed, or choose a folder on another drive."
LangString FAILED_UNPACK ${LANG_ENGLISH} "A file of the program could not be put in place:$\r$\n$\r$\n$0$\r$\n$\r$\nThe virus scanner may hold it back, or the drive may be full. Please look and install again. An earlier version still works as before."
LangString FAILED_HELD ${LANG_ENGLISH} "Another program is using this file or folder:$\r$\n$\r$\n$0$\r$\n$\r$\nPlease close that program, or wait a little, and choose Retry. With Cancel everything goes back to what it was."
LangString FAILED_REMOVE ${LANG_ENGLISH} "Some files of the program are in use and could not be removed:$\r$\n$\r$\n$0$\r$\n$\r$\nPlease close the program that uses them, or start the computer anew, and remove what is left."

LangString STEP_UNPACK ${LANG_ENGLISH} "Putting the program's files down"
LangString STEP_VERIFY ${LANG_ENGLISH} "Looking whether all files are there"
LangString STEP_SWAP ${LANG_ENGLISH} "Changing to the new version"
LangString STEP_WAIT ${LANG_ENGLISH} "Waiting until another program lets go of:"
LangString STEP_MARKS ${LANG_ENGLISH} "Making icons and menu entries"
LangString STEP_REMOVE ${LANG_ENGLISH} "Removing the program's files"
LangString STEP_DONE ${LANG_ENGLISH} "Done"
LangString STEP_BACK ${LANG_ENGLISH} "Everything is as it was before"

LangString FILE_KIND ${LANG_ENGLISH} "ITA Desktop data file"
LangString SHORTCUT_TIP ${LANG_ENGLISH} "ITA papers of Thai local governments"
