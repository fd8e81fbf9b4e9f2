import type { KeyResult } from '#contracts/goal';
import type { MetricOption, PlanMetric } from '#contracts/improvement';
import { comparable } from '../../../miniprogram/common/clean-text';

/** What of a sheet is read: its key results with their figures. */
interface Read {
  readonly cycleId: string;
  readonly objectives: readonly {
    readonly lines: readonly {
      readonly id: string;
      readonly title: string;
      readonly measure: KeyResult['measure'] | null;
      readonly standing: { readonly value: number | null };
    }[];
  }[];
}

type Figure = Omit<MetricOption, 'from' | 'to'>;

/** Key results that have a figure: steps and yes or no have none that could become better by a part. */
export const figuresIn = ({ cycleId, objectives }: Read): readonly Figure[] =>
  objectives.flatMap(({ lines }) =>
    lines.flatMap(({ id, title, measure, standing }) => {
      const kind = measure && kindOf(measure);
      if (!kind || standing.value === null) return [];
      return [{ cycleId, keyResultId: id, title, value: standing.value, ...kind }];
    }),
  );

function kindOf(measure: KeyResult['measure']): Pick<Figure, 'unit' | 'better' | 'target'> | null {
  switch (measure.kind) {
    case 'raise':
      return { unit: measure.unit, better: 'more', target: measure.target };
    case 'lower':
      return { unit: measure.unit, better: 'less', target: measure.target };
    case 'keep-above':
      return { unit: measure.unit, better: 'more', target: measure.limit };
    case 'keep-below':
      return { unit: measure.unit, better: 'less', target: measure.limit };
    case 'percent':
      return { unit: '%', better: 'more', target: 100 };
    default:
      return null;
  }
}

/** The figure of a sheet that says the same as a metric: by its title, unit and direction, since each cycle has key results of its own. */
export const sameFigure = (
  sheet: Read,
  { name, unit, better }: Pick<PlanMetric, 'name' | 'unit' | 'better'>,
): Figure | undefined =>
  figuresIn(sheet).find(
    (figure) =>
      comparable(figure.title) === comparable(name) && figure.unit === unit && figure.better === better,
  );
