import { describe, expect, test } from 'vitest';
import { judgeAnswer, type NetworkState } from '../../../src/render/network-probe.ts';
import { networkWords } from '../../../src/render/network-words.ts';

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';

describe('judgeAnswer', () => {
  test('takes only the drawing itself for the own host', () => {
    expect(judgeAnswer({ status: 200, redirected: false, body: DRAWING }, 80)).toEqual({
      kind: 'online',
      milliseconds: 80,
    });
    expect(judgeAnswer({ status: 200, redirected: false, body: '<html>请先登录' }, 80).kind).toBe(
      'intercepted',
    );
    expect(judgeAnswer({ status: 0, redirected: true, body: '' }, 80).kind).toBe('intercepted');
  });

  test('an error of the host is still a network', () => {
    for (const status of [401, 404, 503]) {
      expect(judgeAnswer({ status, redirected: false, body: '' }, 1)).toEqual({
        kind: 'host-failed',
        status,
      });
    }
  });
});

describe('networkWords', () => {
  const STATES: readonly NetworkState[] = [
    { kind: 'online', milliseconds: 40 },
    { kind: 'host-failed', status: 500 },
    { kind: 'intercepted' },
    { kind: 'too-slow' },
    { kind: 'offline' },
  ];

  test('says for every state what it means with the terminal off line and on line', () => {
    for (const state of STATES) {
      const { headline, terminalOffline, terminalOnline } = networkWords(state);
      expect(new Set([headline, terminalOffline, terminalOnline]).size).toBe(3);
    }
    expect(STATES.filter((state) => networkWords(state).good).map(({ kind }) => kind)).toEqual([
      'online',
      'host-failed',
    ]);
  });
});
