import { Box, Text } from 'ink';
import type { Field, Finding } from '../../src/plan/finding.ts';
import { cleanText } from '../../src/problems/clean.ts';
import { truncateEnd } from '../text/truncate.ts';
import { padEndTo } from '../text/width.ts';
import { wrapText } from '../text/wrap.ts';
import { severityMark, toneOf, useTheme } from '../theme.ts';
import { useContent } from './content.ts';
import { fieldLabel } from './field-labels.ts';
import { findingLines, headOf } from './finding-lines.ts';
import { useInPlace } from './place.ts';

type Props = {
  findings: readonly Finding[];
  /** How many are shown; the rest is counted. */
  max?: number;
  /** How the rest can be seen, as in "a shows all". */
  moreHint?: string;
  labelOf?: (field: Field) => string;
  width?: number;
};

/** Symbol and space, then the column of the field and of the words Why and Next. */
const SYMBOL = 2;
const LABEL = 9;

/** Findings in the one grammar: symbol, field, code; then why; then next. */
export function Findings({ findings, max = 3, moreHint = '', labelOf = fieldLabel, width }: Props) {
  const content = useContent();
  const rest = findings.length - max;
  const shown = useInPlace(findings)
    .slice(0, max)
    .map((finding, index) => ({ finding, index }));
  return (
    <Box flexDirection="column" flexShrink={0}>
      {shown.map(({ finding, index }) => (
        <OneFinding key={index} finding={finding} label={labelOf(finding.field)} width={width ?? content.width} />
      ))}
      {rest > 0 ? <Text>{`  and ${rest} more${moreHint === '' ? '' : ` (${moreHint})`}`}</Text> : null}
    </Box>
  );
}

function OneFinding({ finding, label, width }: { finding: Finding; label: string; width: number }) {
  const theme = useTheme();
  const { symbol, tone } = severityMark(finding.severity, theme);
  const column = Math.max(8, width - SYMBOL - LABEL);
  const mark = theme.symbols.ellipsis;
  const field = padEndTo(truncateEnd(cleanText(label), LABEL - 1, mark), LABEL);
  const [head = '', ...more] = wrapText(headOf(finding), column);
  const lines = [...more.map((text) => ({ label: '', text })), ...findingLines(finding, column)];
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Text wrap="truncate-end">
        <Text {...toneOf(tone, theme)}>{symbol}</Text> {field}
        <Text bold>{head}</Text>
      </Text>
      {lines.length === 0 ? null : (
        <Text>{lines.map((line) => ' '.repeat(SYMBOL) + padEndTo(line.label, LABEL) + line.text).join('\n')}</Text>
      )}
    </Box>
  );
}
