/** True for the host names that mean this computer (RFC 8252 §7.3), the only ones where plain http is accepted. */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
}
