import selfsigned from 'selfsigned';

/** Names the local server answers for. Everything else that reaches it is a violation. */
export const HOSTS = ['www.linkedin.com', 'media.licdn.com', 'static.licdn.com'];

/** @type {Promise<{ key: string, cert: string }> | undefined} */
let made;

/** One certificate a test run, never written to disk: nothing to leak and nothing to renew. */
export function certificate() {
  made ??= (async () => {
    const pem = await selfsigned.generate([{ name: 'commonName', value: HOSTS[0] }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notAfterDate: new Date(Date.now() + 7 * 86_400_000),
      extensions: [{ name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2, value })) }],
    });
    return { key: pem.private, cert: pem.cert };
  })();
  return made;
}
