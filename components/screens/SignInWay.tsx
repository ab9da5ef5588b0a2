import { Box, Text } from 'ink';
import type { SignInAbout, SigningState, Waiting } from '../../src/wizard/signing.ts';
import {
  browserLine,
  codeLine,
  elsewhereLine,
  manyBlockCodes,
  tunnelCommand,
  tunnelLine,
} from '../../src/wizard/signing-words.ts';
import { Findings } from '../frame/Findings.tsx';
import { Gap } from '../frame/Gap.tsx';
import { Line } from '../text/Line.tsx';
import { Paragraph } from '../text/Paragraph.tsx';

type Props = { state: SigningState; about: SignInAbout };

/** What a person does now; after a try that failed, why it did. */
export function SignInWay({ state, about }: Props) {
  if (state.status === 'failed') return <Findings findings={[state.finding]} max={1} />;
  if (state.status !== 'waiting') return null;
  return state.waiting.kind === 'code' ? (
    <Code waiting={state.waiting} />
  ) : (
    <Browser waiting={state.waiting} about={about} />
  );
}

function Code({ waiting: { verificationUri, userCode } }: { waiting: Extract<Waiting, { kind: 'code' }> }) {
  return (
    <>
      <Paragraph text={codeLine} />
      <Gap />
      <Line text={`  ${verificationUri}`} />
      <Text bold>{`  ${userCode}`}</Text>
      <Gap />
      <Paragraph text={manyBlockCodes} />
    </>
  );
}

type BrowserProps = { waiting: Extract<Waiting, { kind: 'browser' }>; about: SignInAbout };

function Browser({ waiting, about }: BrowserProps) {
  return (
    <>
      <Paragraph text={browserLine(waiting)} />
      <Line text={`  ${waiting.address}`} />
      {waiting.opened ? null : (
        <>
          <Gap />
          <Paragraph text={elsewhereLine(waiting)} />
          <Paragraph text={tunnelLine} />
          <Box paddingLeft={2}>
            <Line text={tunnelCommand(waiting, about)} cut="middle" />
          </Box>
        </>
      )}
    </>
  );
}
