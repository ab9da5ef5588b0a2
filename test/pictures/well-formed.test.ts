import { expect, test } from 'vitest';
import { xmlFaults } from './well-formed.ts';

test.each([
  { name: 'tags in tags', text: '<a b="1"><c/>text &amp; more</a>\n' },
  { name: 'names with a colon', text: '<a xml:space="preserve"> </a>' },
])('$name are well-formed', ({ text }) => {
  expect(xmlFaults(text)).toEqual([]);
});

test.each([
  { name: 'a tag that stays open', text: '<a><b></a>' },
  { name: 'no end at all', text: '<a>' },
  { name: 'a bare ampersand', text: '<a>R & D</a>' },
  { name: 'a bare angle bracket', text: '<a>1 < 2</a>' },
  { name: 'an attribute without quotes', text: '<a b=1></a>' },
  { name: 'an attribute twice', text: '<a b="1" b="2"/>' },
  { name: 'two roots', text: '<a/><b/>' },
  { name: 'nothing', text: '' },
])('$name is a fault', ({ text }) => {
  expect(xmlFaults(text)).not.toEqual([]);
});
