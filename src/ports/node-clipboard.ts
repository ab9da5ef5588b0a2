import type { Clipboard, Env } from './ports.ts';

type Program = { name: string; args: readonly string[]; encoding: BufferEncoding };

const patienceMs = 1000;

/** The clipboard as each system's own small program writes it. Nothing is installed and nothing is read. */
export const createNodeClipboard = (platform: string, env: Env): Clipboard => ({
  copy: async (text) => {
    for (const program of clipboardPrograms(platform, env)) if (await feed(program, text)) return true;
    return false;
  },
});

/** What may take the text here, best first; none on a machine without a desktop. */
export function clipboardPrograms(platform: string, env: Env): readonly Program[] {
  if (platform === 'darwin') return [{ name: 'pbcopy', args: [], encoding: 'utf8' }];
  // clip.exe reads its input as UTF-16 when it starts with a byte order mark; the text is ASCII in nearly every case.
  const clip: Program = { name: 'clip.exe', args: [], encoding: 'utf16le' };
  if (platform === 'win32' || env.WSL_DISTRO_NAME) return [clip];
  return [
    ...(env.WAYLAND_DISPLAY ? [{ name: 'wl-copy', args: [], encoding: 'utf8' as const }] : []),
    ...(env.DISPLAY
      ? [
          { name: 'xclip', args: ['-selection', 'clipboard'], encoding: 'utf8' as const },
          { name: 'xsel', args: ['--clipboard', '--input'], encoding: 'utf8' as const },
        ]
      : []),
  ];
}

async function feed({ name, args, encoding }: Program, text: string): Promise<boolean> {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(name, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: patienceMs, windowsHide: true });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    child.stdin.on('error', () => resolve(false));
    child.stdin.end(encoding === 'utf16le' ? `\uFEFF${text}` : text, encoding);
  });
}
