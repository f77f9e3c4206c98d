"""The systemd unit that keeps a desk open, with as little of the machine as it needs."""

import sys
from pathlib import Path

STATE = Path("/var/lib")
_HOMES = (Path("/home"), Path("/root"), Path("/run/user"))
_UNIT = """\
# systemctl: put this in /etc/systemd/system/{name}.service, then
#   systemctl daemon-reload && systemctl enable --now {name}
# The user `nakomen` owns the folder; secrets stand in /etc/nakomen/{name}.env (mode 0600).

[Unit]
Description=nakomen: privacy desk of {name}
Wants=network-online.target
After=network-online.target

[Service]
Type=exec
User=nakomen
Group=nakomen
EnvironmentFile=-/etc/nakomen/{name}.env
WorkingDirectory={folder}
ExecStart={python} -m nakomen -C {folder} up {options}
# On SIGTERM requests under way are answered; what waits goes on at the next start.
KillMode=mixed
TimeoutStopSec=45
Restart=on-failure
RestartSec=2
UMask=0077

{writes}
ProtectSystem=strict
ProtectHome={homes}
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
ProtectProc=invisible
ProcSubset=pid
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources

[Install]
WantedBy=multi-user.target
"""


def unit(folder: Path, host: str, port: int, address: str | None) -> str:
    """
    A service for the desk of the company in *folder*. The folder is the only place it may write;
    under ``/var/lib`` systemd makes it, and gives it to the user.
    """
    folder = folder.resolve()
    python = Path(sys.executable)
    options = f"--host {host} --port {port}" + (f" --address {address}" if address else "")
    own = folder.is_relative_to(STATE)
    at_home = any(place.is_relative_to(home) for home in _HOMES for place in (folder, python))
    return _UNIT.format(
        name=f"nakomen-{folder.name}",
        folder=folder,
        python=python,
        options=options,
        writes=f"StateDirectory={folder.relative_to(STATE)}\nStateDirectoryMode=0750"
        if own
        else f"ReadWritePaths={folder}",
        homes="read-only" if at_home else "yes",
    )
