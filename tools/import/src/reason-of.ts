const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the file',
  ENOTDIR: 'what should be its folder is a file; name the folder',
  EACCES: 'you may not read it',
};

/** Why a file could not be read, for people. */
export const reasonOf = ({ code, message }: NodeJS.ErrnoException): string => reasons[code ?? ''] ?? message;
