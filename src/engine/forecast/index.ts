export { forecastOf } from './forecast.ts';
export * from './types.ts';
