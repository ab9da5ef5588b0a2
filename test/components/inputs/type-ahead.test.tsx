import { Box, Text } from 'ink';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { Frame } from '../../../components/frame/Frame.tsx';
import { Overlaid } from '../../../components/frame/Overlaid.tsx';
import { ConfirmInput } from '../../../components/inputs/ConfirmInput/ConfirmInput.tsx';
import { KeyRouter } from '../../../components/inputs/keys/KeyRouter.tsx';
import { isCtrl, isText } from '../../../components/inputs/keys/key.ts';
import { useKeys } from '../../../components/inputs/keys/use-keys.ts';
import { ScrollView } from '../../../components/inputs/ScrollView/ScrollView.tsx';
import { SelectInput } from '../../../components/inputs/SelectInput/SelectInput.tsx';
import { TextInput } from '../../../components/inputs/TextInput/TextInput.tsx';
import { renderScreen } from '../../support/screen.ts';

/** A small wizard: a choice, two names, a word. It shows what was answered, and notes it. */
const STEPS = ['kind', 'source', 'target', 'confirm', 'end'] as const;
type Step = (typeof STEPS)[number];

function Wizard({ from, note }: { from: Step; note: (answer: string) => void }) {
  const [step, setStep] = useState<Step>(from);
  const [problem, setProblem] = useState('');
  const [overlay, setOverlay] = useState<'help' | 'leave' | null>(null);
  const answer = (text: string) => {
    note(`${step}=${text}`);
    if (text.includes('bad')) setProblem(`${text} is refused`);
    else setStep(STEPS[STEPS.indexOf(step) + 1] ?? 'end');
  };
  useKeys(
    (key) => {
      if (isCtrl(key, 'c')) setOverlay('leave');
      else if (isText(key, '?') || key.kind === 'help') setOverlay('help');
      else return false;
      return true;
    },
    { role: 'global' },
  );
  return (
    <Overlaid overlay={overlay && <Over what={overlay} close={() => setOverlay(null)} />}>
      <Frame title={{ subject: step }} keys={[['Enter', 'next']]}>
        <Text>Question {step}.</Text>
        <Question key={step} step={step} answer={answer} />
        <Text>{problem}</Text>
      </Frame>
    </Overlaid>
  );
}

function Over({ what, close }: { what: string; close: () => void }) {
  useKeys((key) => {
    if (key.kind !== 'escape') return false;
    close();
    return true;
  });
  return (
    <Frame title={{}} keys={[['Esc', 'closes']]}>
      <Text>Overlay {what}.</Text>
    </Frame>
  );
}

function Question({ step, answer }: { step: Step; answer: (text: string) => void }) {
  const [lines, setLines] = useState(0);
  if (step === 'end') return <Text>Done.</Text>;
  if (step === 'confirm') return <ConfirmInput word="yes" purpose="to submit" onConfirm={answer} />;
  if (step === 'kind') {
    const choices = ['user', 'site', 'group'].map((value) => ({ value, label: `A ${value}` }));
    return <SelectInput choices={choices} onChoose={answer} />;
  }
  const complete = (text: string) => (/^dana$/.test(text) ? 'dana@contoso.com' : undefined);
  return (
    <Box flexDirection="column">
      <TextInput
        onSubmit={answer}
        onPasteMany={(many) => setLines(many.length)}
        complete={complete}
        recall={['omar']}
      />
      <Text>{lines > 0 ? `${lines} lines: open the table?` : ''}</Text>
    </Box>
  );
}

function open(from: Step) {
  const answers: string[] = [];
  const screen = renderScreen(
    <KeyRouter>
      <Wizard from={from} note={(answer) => answers.push(answer)} />
    </KeyRouter>,
    { incrementalRendering: true },
  );
  return { ...screen, answers };
}

describe('type-ahead', () => {
  test('one piece fills two fields, one after the other', async () => {
    const { press, waitFor, answers } = open('source');
    await waitFor('Question source.');
    press('dana\romar\r');
    await waitFor('Question confirm.');
    expect(answers).toEqual(['source=dana@contoso.com', 'target=omar']);
  });

  test('Enter, a digit and two names in one piece go through three kinds of question', async () => {
    const { press, waitFor, answers } = open('kind');
    await waitFor('Question kind.');
    press('2sam\rdana\t\r');
    await waitFor('Question confirm.');
    expect(answers).toEqual(['kind=site', 'source=sam', 'target=dana@contoso.com']);
  });

  test('two Enters do not answer the same question twice', async () => {
    const { press, waitFor, answers } = open('source');
    await waitFor('Question source.');
    press('\r\r');
    await waitFor('Question confirm.');
    expect(answers).toEqual(['source=', 'target=']);
  });

  test('after a refused answer the rest of the piece is dropped, and the field goes on', async () => {
    const { press, waitFor, answers } = open('source');
    await waitFor('Question source.');
    press('bad\romar\r');
    await waitFor('bad is refused');
    press('\u0015dana\r');
    await waitFor('Question target.');
    expect(answers).toEqual(['source=bad', 'source=dana@contoso.com']);
  });

  test('a long piece arrives whole', async () => {
    const { press, waitFor, answers } = open('source');
    await waitFor('Question source.');
    press(`${'x'.repeat(500)}\r`);
    await waitFor('Question target.');
    expect(answers).toEqual([`source=${'x'.repeat(500)}`]);
  });
});

describe('a confirmation', () => {
  test('keys in the same piece as the key that opens it confirm nothing', async () => {
    const { press, waitFor, answers, screen } = open('target');
    await waitFor('Question target.');
    press('omar\ryes\r');
    await waitFor('Question confirm.');
    expect(await screen()).toMatch(/Type yes to submit: *$/m);
    expect(answers).toEqual(['target=omar']);
  });

  test('keys in the pieces right after it confirm nothing either', async () => {
    const { press, waitFor, answers } = open('target');
    await waitFor('Question target.');
    for (const piece of ['omar\r', 'y', 'e', 's', '\r', 'yes\r']) press(piece);
    await waitFor('Question confirm.');
    expect(answers).toEqual(['target=omar']);
  });

  test('keys that arrive before a slow terminal has shown it confirm nothing', async () => {
    const { press, waitFor, answers, holdOutput } = open('target');
    await waitFor('Question target.');
    const goOn = holdOutput();
    press('omar\r');
    await expect.poll(() => answers, { interval: 2 }).toEqual(['target=omar']);
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    press('yes\r');
    goOn();
    await waitFor('Question confirm.');
    press('yes');
    await waitFor('submit:  yes');
    expect(answers).toEqual(['target=omar']);
  });

  test('once painted, the whole word and Enter confirm once', async () => {
    const { press, waitFor, answers } = open('confirm');
    await waitFor('Type yes to submit:');
    press('ye\r');
    await waitFor('Enter sends only after the whole word: yes');
    press('s\r\r');
    await waitFor('Done.');
    expect(answers).toEqual(['confirm=yes']);
  });

  test('the word may be pasted, but a paste does not press Enter', async () => {
    const { press, paste, waitFor, answers } = open('confirm');
    await waitFor('Type yes to submit:');
    paste('yes\n');
    await waitFor('submit:  yes');
    expect(answers).toEqual([]);
    press('\r');
    await waitFor('Done.');
    expect(answers).toEqual(['confirm=yes']);
  });
});

describe('a text field', () => {
  test('it has the real cursor, before the grey part', async () => {
    const { press, waitFor, cursor } = open('source');
    await waitFor('Question source.');
    press('dana');
    await waitFor('dana@contoso.com');
    await expect.poll(() => cursor(), { interval: 2 }).toEqual({ x: 5, y: 3 });
  });

  test('it counts cells, not characters', async () => {
    const { press, waitFor, cursor } = open('source');
    await waitFor('Question source.');
    press('日本e\u0301👨‍👩‍👧');
    await waitFor('日本');
    await expect.poll(() => cursor(), { interval: 2 }).toEqual({ x: 8, y: 3 });
  });

  test('a hundred pasted lines submit nothing', async () => {
    const { paste, waitFor, answers } = open('source');
    await waitFor('Question source.');
    paste(Array.from({ length: 100 }, (_, index) => `user${index}@contoso.com`).join('\n'));
    await waitFor('100 lines: open the table?');
    expect(answers).toEqual([]);
  });

  test('a hundred lines that the terminal did not mark as a paste submit nothing', async () => {
    const { press, waitFor, answers } = open('source');
    await waitFor('Question source.');
    press(Array.from({ length: 100 }, (_, index) => `user${index}@contoso.com\r`).join(''));
    await waitFor('100 lines: open the table?');
    expect(answers).toEqual([]);
  });

  test('a pasted line goes in at the cursor', async () => {
    const { press, paste, waitFor, answers } = open('source');
    await waitFor('Question source.');
    press('@x');
    press('\u0001');
    paste(' omar \n');
    press('\r');
    await waitFor('Question target.');
    expect(answers).toEqual(['source=omar@x']);
  });
});

describe('an overlay', () => {
  test('it covers the screen, takes its keys, and gives the typed text back', async () => {
    const { press, waitFor, answers, screen } = open('source');
    await waitFor('Question source.');
    press('om?ar\u0007');
    await waitFor('Overlay help.');
    expect(await screen()).not.toContain('Question');
    press('zzz\r');
    press('\u001b');
    await waitFor('om?ar');
    press('\r');
    await waitFor('Question target.');
    expect(answers).toEqual(['source=om?ar']);
  });

  test('Ctrl+C opens one although other keys are still waiting', async () => {
    const { press, waitFor, answers } = open('source');
    await waitFor('Question source.');
    press('omar\u0003\r');
    await waitFor('Overlay leave.');
    expect(answers).toEqual([]);
  });
});

test('a view of many lines shows those that fit, and scrolls', async () => {
  const lines = Array.from({ length: 100 }, (_, index) => `row ${index + 1}.`);
  const { press, waitFor } = renderScreen(
    <KeyRouter>
      <Frame title={{}} keys={[['Esc', 'back']]}>
        <ScrollView lines={lines} />
      </Frame>
    </KeyRouter>,
  );
  expect(await waitFor('lines 1 to 19 of 100')).not.toContain('row 20.');
  press('\u001b[6~\u001b[B');
  expect(await waitFor('lines 20 to 38 of 100')).toContain('row 20.');
  press('G');
  expect(await waitFor('lines 82 to 100 of 100')).toContain('row 100.');
});
