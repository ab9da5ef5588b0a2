import Type from 'typebox';
import { address, count, text } from '../basics.ts';
import { documentOf } from '../document.ts';

const troubled = (description: string) =>
  Type.Array(Type.Object({ source: text('What to move.'), description: text('What happens.') }), { description });

export const simulatingDocuments = [
  documentOf('simulate', {
    title: 'The simulator as a server',
    description: 'Where it listens. The command goes on until it is stopped.',
    body: {
      url: address('For --graph-url or CROSSORG_GRAPH_URL.'),
      token: text('For CROSSORG_ACCESS_TOKEN. It opens nothing but this simulator.'),
      scenario: text('The story it plays.'),
      speed: Type.Integer({ minimum: 1, description: 'Simulated seconds a second.' }),
      seed: count('The same seed makes the same things happen.'),
    },
  }),
  documentOf('scenarios', {
    title: 'What the simulator can play',
    description: 'From crossorg simulate --list.',
    body: {
      scenarios: Type.Array(Type.Object({ name: text('For --scenario.'), description: text('What happens.') }), {
        description: 'All stories.',
      }),
      people: troubled('People who meet trouble in every scenario.'),
      sites: troubled('The same for sites.'),
      groups: troubled('The same for groups.'),
    },
  }),
];
