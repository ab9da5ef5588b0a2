import type { Env } from '../../ports/ports.ts';
import type { Section } from './section.ts';

const isOff = /^(|0|1|2|3|true|false|yes|no)$/i;
const locale = /^(C|POSIX|[a-z]{2,3}([_-][A-Z][A-Za-z]{1,3})?)(\.[A-Za-z0-9-]{1,12})?(@[a-z]{1,10})?$/;
const terminal =
  /^(xterm|screen|tmux|vt|rxvt|linux|dumb|ansi|alacritty|foot|kitty|konsole|putty|cygwin|msys)[a-z0-9.+-]{0,20}$/;
const program = /^(Apple_Terminal|iTerm\.app|vscode|WezTerm|ghostty|Hyper|WarpTerminal|mintty|tmux|rio|kitty)$/;

/** Variables whose values are shown where they look as they should. */
const shown: Readonly<Record<string, RegExp>> = {
  TERM: terminal,
  TERM_PROGRAM: program,
  COLORTERM: /^(truecolor|24bit|yes|1)$/,
  LANG: locale,
  LC_ALL: locale,
  LC_CTYPE: locale,
  ...Object.fromEntries(['NO_COLOR', 'FORCE_COLOR', 'CI', 'ACCESSIBLE', 'CROSSORG_LINE'].map((name) => [name, isOff])),
};

/** Variables of which only this much is told: that they are set. */
const named: ReadonlySet<string> = new Set([
  ...['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'ALL_PROXY', 'https_proxy', 'http_proxy', 'no_proxy', 'all_proxy'],
  ...['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_USE_ENV_PROXY', 'SSL_CERT_FILE'],
  ...['TZ', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME', 'APPDATA', 'LOCALAPPDATA', 'HOME', 'USERPROFILE'],
  ...['WT_SESSION', 'TMUX', 'STY', 'SSH_TTY', 'SSH_CONNECTION', 'WSL_DISTRO_NAME', 'DISPLAY', 'WAYLAND_DISPLAY'],
  ...['CROSSORG_PROFILE', 'CROSSORG_GRAPH_URL', 'CROSSORG_CONFIG_DIR', 'CROSSORG_STATE_DIR', 'CROSSORG_ACCESS_TOKEN'],
  ...['CROSSORG_TENANT_ID', 'CROSSORG_CLIENT_ID', 'CROSSORG_CLIENT_SECRET', 'CROSSORG_CLIENT_CERTIFICATE'],
  ...['CROSSORG_CLIENT_CERTIFICATE_PASSWORD', 'IDENTITY_ENDPOINT', 'MSI_ENDPOINT', 'AZURE_FEDERATED_TOKEN_FILE'],
]);

/** Which variables are set that change how crossorg works. */
export function environmentSection(env: Env): Section {
  const names = Object.keys(env).filter((name) => env[name] !== undefined);
  const isShown = (name: string) => shown[name]?.test(env[name] ?? '') === true;
  const values = names.filter(isShown).sort();
  const others = names.filter((name) => !isShown(name) && (named.has(name) || name in shown)).sort();
  return {
    title: 'Environment',
    lines: [...values.map((name) => `${name}=${env[name]}`), ...others.map((name) => `${name} is set`)],
    files: [],
    hidden: [
      { what: 'values of environment variables', count: others.length },
      {
        what: 'environment variables that are about something else',
        count: names.length - values.length - others.length,
      },
    ],
  };
}
