import { may, need } from '../../../shared/call-arguments';
import { fineGray, predictIncidence } from '../../competing-risks';
import { defineAnalysis } from '../define';
import { formulaOf, modelColumns } from '../model-formula';
import { fewOf } from '../shown-table';
import { takenAsNumbers } from '../taken-as-numbers';
import { endingsOf, endingsTakes } from './endings';
import { censoringAssumed, manyMissing, survivalDesign } from './follow-up';
import { bentEffects, forestWithReferences, interactionRemarks, ratiosOf, saysRatios } from './hazard-ratios';
import { failureAsShown, remarksAsShown } from './shown-names';

export const fineGrayAnalysis = defineAnalysis({
  name: 'fine-gray',
  question: 'survive',
  source: 'Fine and Gray 1999, J Am Stat Assoc 94:496',
  takes: [
    ...endingsTakes.filter(({ name }) => name !== 'cause'),
    need('cause', 'text'),
    may('predictors', 'columns'),
    may('formula', 'text'),
    may('references', 'object'),
    may('level', 'number')
  ],
  reads: (request) => [request.time as string, request.event as string, ...modelColumns(request)],
  async run(given, job) {
    const { endings, cause, remarks } = endingsOf(given);
    const design = await survivalDesign(given, given.table);
    const level = given.level;
    const fit = await fineGray(endings, design, { ...job, cause, level }).catch((error: unknown) => {
      throw failureAsShown(error, design);
    });
    const ratios = ratiosOf(fit.estimates, 'subdistribution-hazard-ratio', design);
    const censored = fit.n - fit.events - fit.competing;
    return {
      name: fit.method,
      says: [
        ...saysRatios(ratios, { kind: 'subhazard', event: fit.cause, design }),
        {
          code: 'incidence-counts',
          values: { cause: fit.cause, events: fit.events, competing: fit.competing, censored, n: fit.n },
          ...fewOf([fit.events, fit.competing, censored])
        }
      ],
      estimates: ratios.map(({ estimate }) => estimate),
      facts: [
        { code: 'events', value: fit.events, as: 'count' },
        { code: 'competing-events', value: fit.competing, as: 'count' },
        { code: 'censored', value: censored, as: 'count' },
        { code: 'coefficients', value: fit.names.length, as: 'count' },
        { code: 'log-likelihood', value: fit.logLikelihood, as: 'number' }
      ],
      // Of a person with the means of the data.
      more: [{ name: 'baseline', table: predictIncidence(fit, fit.model.arranged.centre) }],
      figures: [
        ...forestWithReferences(ratios, 'subdistribution-hazard-ratio'),
        ...bentEffects(
          design,
          {
            names: fit.names,
            coefficients: fit.estimates.map(({ estimate }) => estimate),
            covariance: fit.covariance,
            level
          },
          { measure: 'subdistribution-hazard-ratio', event: fit.cause }
        )
      ],
      remarks: [
        ...remarks,
        ...(endings.causes.length === 1 ? [{ code: 'competing-one-cause', values: { cause: fit.cause } }] : []),
        ...remarksAsShown(fit.remarks, design),
        ...takenAsNumbers(given, formulaOf(given, given.nameOf('time'))),
        ...interactionRemarks(design),
        ...manyMissing(fit),
        { code: 'competing-subdistribution', values: {} },
        censoringAssumed
      ],
      counted: 'rows',
      n: fit.n,
      nDropped: fit.nDropped
    };
  }
});
