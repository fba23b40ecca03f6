import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach } from 'vitest';
import { Diagram } from '../../src/app/diagram/Diagram.tsx';
import type { Ways } from '../../src/app/diagram/look.ts';
import { createPointed } from '../../src/app/diagram/pointed.ts';
import type { Scene } from '../../src/engine/scene/index.ts';
import { english, type Words } from '../../src/words/index.ts';

afterEach(cleanup);

interface Options {
  words?: Words;
  onOpenChain?: (chain: string) => void;
  ways?: Ways;
}

/** The diagram with its selection kept as the app keeps it. */
export function draw(scene: Scene, { words = english, onOpenChain, ways }: Options = {}) {
  const seen: (string | null)[] = [];
  const pointed = createPointed();
  let show: (scene: Scene) => void = () => {};
  function Host() {
    const [selected, setSelected] = useState<string | null>(null);
    const [now, setNow] = useState(scene);
    show = setNow;
    const select = (id: string | null) => {
      seen.push(id);
      setSelected(id);
    };
    return (
      <Diagram
        scene={now}
        selected={selected}
        onSelect={select}
        words={words}
        label="the chain"
        pointed={pointed}
        {...(ways ? { ways } : {})}
        {...(onOpenChain ? { onOpenChain } : {})}
      />
    );
  }
  const { container } = render(<Host />);
  return { user: userEvent.setup(), seen, pointed, container, show: (next: Scene) => show(next) };
}

export const stop = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
export const focused = (): string => document.activeElement?.getAttribute('aria-label') ?? '';
/** Names of everything that is dimmed. */
export const dimmed = (container: HTMLElement): string[] =>
  [...container.querySelectorAll('[data-dim]')].flatMap((e) => {
    const named = e.getAttribute('aria-label') ?? e.querySelector('[aria-label]')?.getAttribute('aria-label');
    return named ? [named] : [];
  });
