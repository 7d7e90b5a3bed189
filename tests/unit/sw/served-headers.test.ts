import { expect, test } from 'vitest';
import { servedHeaders } from '../../../sw/served-headers.ts';

test('the type comes from the name and not from what a proxy has said once', () => {
  const stored = new Headers({ 'Content-Type': 'text/plain', 'X-Frame-Options': 'DENY' });
  const headers = servedHeaders('assets/app-0.js', stored);
  expect(headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  expect(headers.get('X-Frame-Options')).toBe('DENY');
});

test('a policy that forbids scripts does not outlive the proxy that added it', () => {
  const stored = new Headers({ 'Content-Security-Policy': "script-src 'none'" });
  expect(servedHeaders('index.html', stored).get('Content-Security-Policy')).toBe("frame-ancestors 'none'");
});
