/** A secret, and the words in which a service, a proxy or an error would let it slip. */
export type Seed = { name: string; secret: string; said: string };

const header = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsIng1dCI6Ik1uQ18ifQ';
const jwt = (claims: object, signature: string): string =>
  `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;

const pem = (kind: string, body: string): string => `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----`;

const seed = (name: string, secret: string, said = (text: string) => text): Seed => ({
  name,
  secret,
  said: said(secret),
});

const tenant = '8d3a1c52-5c0e-4b61-9d0f-6a1f2b7c9e10';

const tokens: readonly Seed[] = [
  seed(
    'access token',
    jwt({ tid: tenant, upn: 'mallory@contoso.com' }, 'kP3zQ8vN1xR5'),
    (t) => `Bearer ${t} was refused`,
  ),
  seed('id token', jwt({ aud: 'crossorg' }, 'Lw7TyU2mB9cD'), (t) => `id_token=${t}&state=1`),
  seed('encrypted token', `${jwt({ enc: 1 }, 'Aa1Bb2Cc3')}.Dd4Ee5Ff6.Gg7Hh8Ii9`, (t) => `cannot decrypt ${t}.`),
  seed('client assertion', jwt({ jti: 'x1' }, 'Zx9Cv8Bn7Mq6'), (t) => `client_assertion=${t}`),
  seed('token in JSON', jwt({ jti: 'x2' }, 'Qw1Er2Ty3Ui4'), (t) => `{"access_token":"${t}"}`),
  seed('token in quotes', jwt({ jti: 'x3' }, 'As5Df6Gh7Jk8'), (t) => `The token '${t}' is not valid`),
  seed('refresh token', '0.AXoAx7Yh3kQ9zL2mN8pR4sT6vW1yB5cD0eF.AgABAAIAAAD', (t) => `refresh token ${t} expired`),
  seed('refresh token of a family', '1.AVoAk2Lm3No4Pq5Rs6Tu7Vw8Xy9Za0Bc1De2Fg', (t) => `refresh_token=${t}`),
  seed('refresh token of a person', 'M.C507_BAY.0.U.-Ck9xW2vQ8tR5nL1pK7jH4gF3dS6aZ0', (t) => `"refreshToken": "${t}"`),
  seed('sign-in code', '0.AVAAp3Qr4St5Uv6Wx7Yz8Ab9Cd0Ef1Gh2Ij3Kl4', (t) => `GET /?code=1&assertion=${t}`),
  seed('opaque token', 'gT5rE4wQ3yU2iO1pA0sD9fG8hJ7kL6zX5cV4bN3m', (t) => `Authorization: Bearer ${t}`),
  seed('device code', 'DAQABAAEAAAD7x9Kq2Lw8Ze4Rt6Yu1Io3Pa5Sd7Fg', (t) => `device ${t} is pending`),
];

const passwords: readonly Seed[] = [
  seed('client secret', 'abc8Q~Xy7Zw1Vu2Ts3Rq4Po5Nm6Lk7Ji8Hg9Fe', (t) => `Invalid client secret ${t} provided`),
  seed('client secret in a form', 'q1W~e2R3t4Y5u6I7o8P9a0S1d2F3g4H5j6K7l8Z9', (t) => `client_secret=${t}&scope=x`),
  seed('client secret in JSON', 'K8v_7Q~pL2mN3bV4cX5zA6sD7fG8hJ9kQ0wE1r', (t) => `{"clientSecret": "${t}"}`),
  seed('client secret as a flag', 'Tr0ub4dor~and-3-more.words_2026', (t) => `crossorg login --client-secret ${t}`),
  seed('certificate password', 'hunter2-Winter-2026', (t) => `cannot open pfx with password=${t}`),
  seed('certificate password in words', 'P4ssphrase/9', (t) => `passphrase: ${t}`),
  seed('password in JSON', 'S0mmer2026!x', (t) => `{"user":"svc","password":"${t}"}`),
  seed('password as a flag', 'M0nday-Morning', (t) => `tool --password ${t}`),
  seed('password in an address', 'Pr0xyPa55word', (t) => `connect http://svc:${t}@proxy.corp:8080 failed`),
  seed('coded password in an address', 'p%40ss%2Fw0rd9', (t) => `via https://svc:${t}@gate.corp`),
  seed('password of a database', 'Db5ecret9x', (t) => `Server=tcp:x;User ID=a;Pwd=${t};Encrypt=1`),
  seed('password of a share', 'Sh4re-Me-Not', (t) => `passwd=${t} host=nas`),
];

const keys: readonly Seed[] = [
  seed('private key', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7', (t) => pem('PRIVATE KEY', t)),
  seed('private key of RSA', 'MIIEpAIBAAKCAQEA4f5wg5l2hKsTeNem0V41fGnJm6gOdrj8ym3rFkEj', (t) =>
    pem('RSA PRIVATE KEY', t),
  ),
  seed('sealed private key', 'MIIFHDBOBgkqhkiG9w0BBQ0wQTApBgkqhkiG9w0BBQwwHAQI', (t) =>
    pem('ENCRYPTED PRIVATE KEY', t),
  ),
  seed('private key of a curve', 'MHcCAQEEIIGlRFzOPc2nJjWkKqGvP3H1xQm9d8Yx2bW3sV6tZ0', (t) => pem('EC PRIVATE KEY', t)),
  seed('storage key', 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq', (t) => `AccountKey=${t}==;`),
  seed('shared access key', 'HtYx8Kq2Lw9Ze4Rt6Yu1Io3Pa5Sd7FgH1jK2lM3n', (t) => `SharedAccessKey=${t}=`),
  seed('api key', 'ak_live_51Hx8Kq2Lw9Ze4Rt6Yu1Io3P', (t) => `x-api-key: ${t}`),
  seed('api key in a query', 'AIzaSyD3x8Kq2Lw9Ze4Rt6Yu1Io3Pa5Sd7Fg', (t) => `GET /v1?api_key=${t}&q=1`),
];

const signatures: readonly Seed[] = [
  seed(
    'signature of an address',
    'a1B2c3D4e5F6g7H8%2Fi9J0%3D',
    (t) => `https://x.blob.core.windows.net/c?sv=2024&sig=${t}&se=2026`,
  ),
  seed('coded signature', 'k1L2m3N4o5P6q7R8s9T0', (t) => `url=https%3A%2F%2Fx%3Fsig%3D${t}`),
  seed('signature in JSON', 'u1V2w3X4y5Z6a7B8c9D0', (t) => `"signature":"${t}"`),
  seed('temporary sign-in', 'v1.eyJzaXRlaWQiOiI5ZjQ3NjE4YiJ9.CiMKCXNoYXJpbmdpZA', (t) => `download.aspx?tempauth=${t}`),
  seed('shared access token', 'sv2024srbsigZ9Y8X7W6V5', (t) => `sas_token=${t}`),
];

const cookies: readonly Seed[] = [
  seed('FedAuth', '77u/PD94bWwgdmVyc2lvbj0iMS4wIiBlbmNvZGluZz0idXRm', (t) => `Cookie: FedAuth=${t}; path=/`),
  seed('rtFa', 'Kq2Lw9Ze4Rt6Yu1Io3Pa5Sd7FgH1', (t) => `Set-Cookie: rtFa=${t}; secure; HttpOnly`),
  seed('ESTSAUTH', '0.AXoAb1C2d3E4f5G6h7I8j9K0l1M2', (t) => `cookie ESTSAUTHPERSISTENT=${t}`),
  seed('SPOIDCRL', '77u/PD94bWwSPOIDCRL9x8y7z6', (t) => `SPOIDCRL=${t};`),
  seed('session', 's%3Aab12cd34ef56gh78.ij90kl', (t) => `Cookie: lang=de; connect.sid=${t}`),
];

const others: readonly Seed[] = [
  seed('basic sign-in', 'c3ZjOlN1cGVyU2VjcmV0OQ==', (t) => `Proxy-Authorization: Basic ${t}`),
  seed('negotiated sign-in', 'YIIGfwYGKwYBBQUCoIIGczCCBm+gMDAuBgkqhkiC9xIBAgI', (t) => `Negotiate ${t}`),
  seed('NTLM sign-in', 'TlRMTVNTUAABAAAAB4IIogAAAAAAAAAAAAAAAAAAAAAKALpH', (t) => `NTLM ${t}`),
  seed('token of a forge', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a', (t) => `GITHUB_TOKEN=${t}`),
  seed('token of a registry', 'npm_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5', (t) => `//registry/:_authToken=${t}`),
  seed('secret key of a cloud', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzEXAMPLEKEY', (t) => `AWS_SECRET_ACCESS_KEY=${t}`),
  seed('secret of a managed identity', '853B9A84-5BFA-4B22-A3F3-0B9A43D9AD8A', (t) => `X-IDENTITY-HEADER token=${t}`),
  seed('code verifier', 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk', (t) => `code_verifier ${t}`),
];

/** Fifty secrets of the kinds that come by in a migration. */
export const seeds: readonly Seed[] = [...tokens, ...passwords, ...keys, ...signatures, ...cookies, ...others];

/** Set in the environment, as administrators have them. */
export const environment: Readonly<Record<string, string>> = {
  CROSSORG_CLIENT_SECRET: secretNamed('client secret'),
  CROSSORG_CLIENT_CERTIFICATE: '/home/dana.admin/keys/crossorg.pem',
  CROSSORG_CLIENT_CERTIFICATE_PASSWORD: secretNamed('certificate password'),
  HTTPS_PROXY: `http://svc:${secretNamed('password in an address')}@proxy.corp.contoso.com:8080`,
  HTTP_PROXY: `http://svc:${secretNamed('coded password in an address')}@proxy.corp.contoso.com:8080`,
  NO_PROXY: 'intranet.contoso.com',
  GITHUB_TOKEN: secretNamed('token of a forge'),
  NPM_TOKEN: secretNamed('token of a registry'),
  AWS_SECRET_ACCESS_KEY: secretNamed('secret key of a cloud'),
  IDENTITY_HEADER: secretNamed('secret of a managed identity'),
  NODE_OPTIONS: '--max-old-space-size=4096',
  HOME: '/home/dana.admin',
  USER: 'dana.admin',
  DANA_ADMIN_NOTES: 'call Lee',
};

function secretNamed(name: string): string {
  const found = seeds.find((one) => one.name === name);
  if (!found) throw new Error(`There is no seed ${name}`);
  return found.secret;
}

/** Who and what a migration is about, and where it runs: fine on a screen, in no log and no bundle. */
export const people: readonly RegExp[] = [
  /dana/i,
  /lee@/i,
  /contoso/i,
  /fabrikam/i,
  /northwind/i,
  /finance-eu/i,
  /sites\/IT/i,
  /\bws-1\b/,
  /\bmia\b/,
  /avery/i,
  /CHG-4711/,
  new RegExp(tenant, 'i'),
  /c0000000-0000-4000-8000-0000000000\d\d/i,
  /proxy\.corp/i,
  /c2f-profile/,
  /5e1f0d3a-7d7c-4f0e-9a51-0c5a6f4c2b11/i,
];
