// What the start script really sends, judged as strangers judge it: by the rules of the HTTP Observatory and by Google's
// evaluator of policies. nginx and Caddy send the same headers: real-servers.test.ts.

import type { Server } from 'node:http';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { type Finding, Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStaticHandler, listen, portOf } from '../../src/serve/static-server.ts';
import { TestBuilds } from '../support/builds.ts';
import { observatoryScore, observatoryTable } from './observatory.ts';

const builds = new TestBuilds();
let server: Server;
let page: { readonly headers: Headers; readonly html: string };

beforeAll(async () => {
  const started = await listen(createStaticHandler(await builds.current()), 0);
  if ('kind' in started) throw new Error(started.kind);
  server = started;
  const response = await fetch(`http://localhost:${portOf(server)}/`);
  page = { headers: response.headers, html: await response.text() };
}, 120_000);
afterAll(() => {
  server?.close();
  builds.remove();
});

describe('the HTTP Observatory', () => {
  test('gives A+', () => {
    const score = observatoryScore(page.headers, page.html);
    console.log(observatoryTable(score));
    expect([score.score, score.grade]).toEqual([145, 'A+']);
  });

  test('counts what is missing', () => {
    expect(observatoryScore(new Headers(), '')).toMatchObject({ score: 30, grade: 'D' });
    const without = new Headers(page.headers);
    without.delete('strict-transport-security');
    expect(observatoryScore(without, page.html).grade).toBe('B');
  });
});

function evaluate(policy: string): { readonly directives: number; readonly findings: readonly Finding[] } {
  const { csp } = new CspParser(policy);
  const findings = new CspEvaluator(csp).evaluate();
  return { directives: Object.keys(csp.directives).length, findings };
}

describe('the evaluator of policies', () => {
  test('finds nothing of high or medium severity', () => {
    const { directives, findings } = evaluate(page.headers.get('content-security-policy') ?? '');
    expect(directives).toBe(13);
    expect(findings.filter(({ severity }) => severity <= Severity.STRICT_CSP)).toEqual([]);
    // What is left is a question and not a finding: whether the host serves what users upload. It serves no such thing.
    expect(findings.map(({ severity, directive, value }) => [severity, directive, value])).toEqual([
      [Severity.MEDIUM_MAYBE, 'script-src', "'self'"],
    ]);
  });

  test('also of the policy that the page says itself', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const { directives, findings } = evaluate(policy.replaceAll('&#39;', "'"));
    expect(directives).toBe(12);
    expect(findings.filter(({ severity }) => severity <= Severity.STRICT_CSP)).toEqual([]);
  });

  test('does find what is wrong with another', () => {
    const { findings } = evaluate("script-src * 'unsafe-inline'; object-src 'none'");
    expect(findings.map(({ severity }) => severity)).toContain(Severity.HIGH);
  });
});
