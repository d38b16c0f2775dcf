// The kind of a page, by its address alone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passingOf, profileIn, slugIn, slugOf, surfaceOf } from '../../extension/places.js';

/** @type {Array<[string, string[]]>} */
const SURFACES = [
  [
    'list',
    [
      '/mynetwork/invitation-manager',
      '/mynetwork/invitation-manager/',
      '/mynetwork/invitation-manager/received',
      '/mynetwork/invitation-manager/received/',
      '/mynetwork/invitation-manager/received/PEOPLE_WITH_MUTUAL_CONNECTION/',
      '/mynetwork/invitation-manager/received/ALL/',
    ],
  ],
  ['preview', ['/mynetwork', '/mynetwork/', '/mynetwork/grow', '/mynetwork/grow/']],
  [
    'profile',
    ['/in/ada-example', '/in/ada-example/', '/in/ada-example/overlay/photo/', '/in/ACoAAB1234/', '/in/%E7%8E%8B/'],
  ],
  [
    'other',
    [
      '',
      '/',
      '/feed/',
      '/mynetwork/invitation-manager/sent',
      '/mynetwork/invitation-manager/sent/',
      '/mynetwork/invitation-manager/sent/PEOPLE/',
      '/mynetwork/invite-connect/connections/',
      '/mynetwork/network-manager/',
      '/mynetwork/invitation-managers/',
      '/search/results/people/',
      '/in/',
      '/in',
      '/company/mynetwork/invitation-manager/',
      '/messaging/',
      '/preload/',
      '/jobs/in/ada/',
    ],
  ],
];

for (const [surface, paths] of SURFACES) {
  test(`${surface}: ${paths.length} addresses`, () => {
    for (const path of paths) assert.equal(surfaceOf(path), surface, path);
  });
}

/** @type {Array<[string | null, string[]]>} */
const PASSINGS = [
  ['search', ['/search/results/people', '/search/results/people/']],
  ['suggestion', ['/mynetwork', '/mynetwork/', '/mynetwork/grow', '/mynetwork/grow/']],
  ['connection', ['/mynetwork/invite-connect/connections', '/mynetwork/invite-connect/connections/']],
  ['feed', ['/feed', '/feed/', '/feed/update/urn:li:activity:1/']],
  [
    null,
    [
      '',
      '/',
      '/in/ada-example/',
      '/in/ada-example/recent-activity/all/',
      '/mynetwork/invitation-manager/received/',
      '/mynetwork/invitation-manager/sent/',
      '/search/results/all/',
      '/search/results/companies/',
      '/messaging/',
      '/feedback/',
      '/company/feed/',
      '/notifications/',
      '/sales/search/people/',
      '/recruiter/',
    ],
  ],
];

for (const [place, paths] of PASSINGS) {
  test(`people passed by, ${place ?? 'nowhere'}: ${paths.length} addresses`, () => {
    for (const path of paths) assert.equal(passingOf(path), place, path);
  });
}

test('a profile’s address names the same profile, encoded or not', () => {
  for (const path of ['/in/J%C3%B6rg-Abel/', '/in/jörg-abel', '/in/j%c3%b6rg-abel/overlay/photo/'])
    assert.equal(slugIn(`https://www.linkedin.com${path}`), 'jörg-abel', path);
  assert.equal(profileIn('/in/J%C3%B6rg-Abel/'), 'J%C3%B6rg-Abel', 'as it stands, to make an address of it');
  for (const none of ['/company/in/ada/', '/in/', '/in/%E7%8/', '/in/%/']) assert.equal(slugOf(none), '', none);
  assert.equal(slugIn('no address'), '');
});
