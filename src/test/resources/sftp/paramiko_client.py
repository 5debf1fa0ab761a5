"""Acts by Paramiko: PORT USER KEY KNOWN_HOSTS ACT [WORDS] [-- ACT [WORDS]]... Exit code 1 where the server refuses all of them."""
import itertools
import os
import sys
import threading
import time

import paramiko

port, user, key, known_hosts, *acts = sys.argv[1:]


def connect():
    client = paramiko.SSHClient()
    client.load_host_keys(known_hosts)
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    client.connect("127.0.0.1", int(port), user, key_filename=key, allow_agent=False, look_for_keys=False, timeout=20)
    return client


def slowly(sftp, own, remote):
    with open(own, "rb") as source, sftp.open(remote, "wb") as target:
        while piece := source.read(10_000):
            target.write(piece)
            time.sleep(0.1)


def resume(sftp, own, remote):
    with open(own, "rb") as source, sftp.open(remote, "ab") as target:
        source.seek(sftp.stat(remote).st_size)
        target.write(source.read())


def together(folder, files):
    failed = []

    def send(file):
        try:
            connect().open_sftp().put(file, folder + os.path.basename(file))
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=send, args=(file,)) for file in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]


def cut(sftp, remote, text, size):
    target = sftp.open(remote, "wb")
    target.write(text.encode())
    target.truncate(int(size))
    target.close()


def names(sftp, listing):
    """Tries every name of the file, given as hexadecimal bytes, and prints a verdict for each."""
    with open(listing) as lines:
        for line in lines.read().split():
            try:
                with sftp.open(b"/in/missing-children/" + bytes.fromhex(line), "wb") as target:
                    target.write(b"x")
                print(line, "taken")
            except (OSError, paramiko.SFTPError):
                print(line, "refused")


def do(act, *words):
    sftp = None if act in ("shell", "forward", "together") else client.open_sftp()
    if act in ("put", "get"):
        getattr(sftp, act)(*words)
    elif act == "list":
        print("\n".join(sftp.listdir(*words)))
    elif act == "rename":
        sftp.posix_rename(*words)
    elif act == "call":
        getattr(sftp, words[0])(*words[1:])
    elif act == "truncate":
        sftp.truncate(words[0], int(words[1]))
    elif act == "together":
        together(words[0], words[1:])
    elif act in ("slowly", "resume", "cut", "names"):
        globals()[act](sftp, *words)
    elif act == "shell":
        client.exec_command("cat /etc/passwd")
    elif act == "forward":
        client.get_transport().open_channel("direct-tcpip", ("127.0.0.1", int(port)), ("127.0.0.1", 1), timeout=10)


done = 0
client = connect()
for _, group in itertools.groupby(acts, lambda word: word == "--"):
    words = list(group)
    if words != ["--"]:
        try:
            do(*words)
            print("done:", *words)
            done += 1
        except Exception as error:
            print(type(error).__name__, error)
client.close()
sys.exit(0 if done else 1)
