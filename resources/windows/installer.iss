; Inno Setup 6: one set-up program from dist\kipp-desktop, made by build_installer.spec.
;   iscc /DAppVersion=1.0.0 resources\windows\installer.iss      -> dist\kipp-desktop-1.0.0-setup.exe
; Installs for the current person without administrator rights: loan laptops have none.

#ifndef AppVersion
  #error Name the version: iscc /DAppVersion=1.0.0
#endif

[Setup]
AppId={{6F0B2B1C-7C0E-4B1B-9C53-0D3C2A7E51A4}
AppName=KIPP Desktop
AppVersion={#AppVersion}
AppPublisher=KIPP Desktop
DefaultDirName={autopf}\KIPP Desktop
DefaultGroupName=KIPP Desktop
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=kipp-desktop.ico
UninstallDisplayIcon={app}\kipp-desktop.exe
SourceDir=.
OutputDir=..\..\dist
OutputBaseFilename=kipp-desktop-{#AppVersion}-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[InstallDelete]
; An older version's modules must not stay beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\kipp-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\KIPP Desktop"; Filename: "{app}\kipp-desktop.exe"
Name: "{autodesktop}\KIPP Desktop"; Filename: "{app}\kipp-desktop.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.kipp"; ValueType: string; ValueData: "KIPPDesktop.Master"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Master"; ValueType: string; ValueData: "KIPP master copy"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Master\shell\open\command"; ValueType: string; ValueData: """{app}\kipp-desktop.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.paket"; ValueType: string; ValueData: "KIPPDesktop.Package"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Package"; ValueType: string; ValueData: "KIPP juror's package"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Package\shell\open\command"; ValueType: string; ValueData: """{app}\kipp-desktop.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.nilai"; ValueType: string; ValueData: "KIPPDesktop.Scores"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Scores"; ValueType: string; ValueData: "KIPP sealed score file"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Scores\shell\open\command"; ValueType: string; ValueData: """{app}\kipp-desktop.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.terima"; ValueType: string; ValueData: "KIPPDesktop.Receipt"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Receipt"; ValueType: string; ValueData: "KIPP receipt"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Receipt\shell\open\command"; ValueType: string; ValueData: """{app}\kipp-desktop.exe"" ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.hasil"; ValueType: string; ValueData: "KIPPDesktop.Result"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Result"; ValueType: string; ValueData: "KIPP result bundle"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\KIPPDesktop.Result\shell\open\command"; ValueType: string; ValueData: """{app}\kipp-desktop.exe"" ""%1"""; Flags: uninsdeletekey

; The person's stores, settings and logs are elsewhere and stay when the program is removed.
