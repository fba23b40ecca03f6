import { Alert, Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { settings } from '../state/settings.ts';

interface Props {
  children: ReactNode;
  /** A new value is a new chance. */
  resetKey?: unknown;
}

/** Shows what failed in place of the part that failed, with a way to try again. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.error && before.resetKey !== this.props.resetKey) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { words } = settings.getState();
    return (
      <Alert color="red" m="md" title={words('app', 'error.title')}>
        <p>{words('app', 'error.text')}</p>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{error.message}</pre>
        <Button onClick={() => this.setState({ error: null })}>{words('app', 'error.retry')}</Button>
      </Alert>
    );
  }
}
