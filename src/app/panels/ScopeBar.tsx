import type { Scene } from '../../engine/scene/index.ts';
import { shortened } from '../../words/index.ts';
import { useSession, useView, useWords } from '../state/hooks.ts';
import { EVERYTHING, type Scope } from '../state/view.ts';
import css from './ScopeBar.module.css';

/** Where the picture stands: everything, a namespace, a workload; each step leads back. Folds all namespaces at once. */
export function ScopeBar({ scene }: { scene: Scene | null }) {
  const words = useWords();
  const session = useSession();
  const scope = useView((v) => v.scope);
  const folded = useView((v) => v.folded);
  const namespaces = [...new Set(scene?.groups.map((g) => g.namespace))];
  const steps = stepsTo(scope);
  return (
    <div className={css['bar']}>
      <nav aria-label={words('app', 'scope.label')}>
        <ol className={css['steps']}>
          {steps.map((step, i) => (
            <li key={step.show}>
              <button
                type="button"
                className={css['step']}
                aria-current={i === steps.length - 1 ? 'page' : undefined}
                onClick={() => session.look({ scope: step, selection: null })}
              >
                {step.show === 'all'
                  ? words('app', 'scope.all')
                  : step.show === 'namespace'
                    ? words('app', 'scope.namespace', { name: shortened(step.namespace) })
                    : shortened(
                        step.workload
                          .split('/')
                          .filter((_, n) => n !== 1)
                          .join(' '),
                      )}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {namespaces.length > 1 && (
        <button type="button" className={css['step']} onClick={() => session.look({ folded: folded.length > 0 ? [] : namespaces })}>
          {words('app', folded.length > 0 ? 'scope.unfold' : 'scope.fold')}
        </button>
      )}
    </div>
  );
}

/** From everything to what is shown. */
function stepsTo(scope: Scope): Scope[] {
  if (scope.show === 'all') return [EVERYTHING];
  if (scope.show === 'namespace') return [EVERYTHING, scope];
  const [, namespace = ''] = scope.workload.split('/');
  return [EVERYTHING, { show: 'namespace', namespace }, scope];
}
