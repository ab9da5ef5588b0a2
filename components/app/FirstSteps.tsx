import { Text } from 'ink';
import type { Model, Place } from '../../src/wizard/screens.ts';
import { Definitions } from '../frame/Definitions.tsx';
import { FirstRunList } from '../screens/FirstRunList.tsx';
import { FirstRunScreen } from '../screens/FirstRunScreen.tsx';

/** While nothing is saved what there is to prepare counts more than the facts of the simulator. */
export function AboutPlace({ model: { firstRun }, place }: { model: Model; place: Place | undefined }) {
  if (!firstRun) return <Definitions rows={place?.facts ?? []} />;
  return (
    <>
      <Text>{`${firstRun.title} between tenants of your own, once:`}</Text>
      <FirstRunList steps={firstRun.steps} />
    </>
  );
}

type StepsProps = { model: Model; onOpen: (place: Place) => void; onNew: () => void; onClose: () => void };

/** The same step by step, over the first screen. */
export function FirstSteps({ model: { firstRun, places, hands, changeProfile }, onOpen, onNew, onClose }: StepsProps) {
  const simulator = places.find(({ mode }) => mode === 'simulator');
  if (!firstRun || !simulator) return null;
  const demo = () => {
    onClose();
    onOpen(simulator);
  };
  return (
    <FirstRunScreen
      firstRun={firstRun}
      hands={hands}
      onNew={changeProfile ? onNew : null}
      onDemo={demo}
      onClose={onClose}
    />
  );
}
