import { honesty } from './matrix';
import { tables } from './tables';

// Columns: separation | non-convergence | collinearity | zero cells | one class | one event | ties everywhere | all censored |
// row order | scaling | relabelling.
honesty(
  'tables, studies and scores',
  tables,
  `
2×2 table | epidemiology-zero-cell | – | – | epidemiology-zero-cell | ! epidemiology-no-group | epidemiology-zero-cell | – | – | same | – | same
Mantel and Haenszel | epidemiology-zero-cell | – | – | epidemiology-zero-cell | ! epidemiology-no-strata | epidemiology-zero-cell | – | – | same | – | same
rate | – | – | – | – | numbers | numbers | – | epidemiology-no-event | same | same | –
rate ratio | – | – | – | epidemiology-zero-cell | ! epidemiology-time | epidemiology-zero-cell | – | epidemiology-zero-cell | same | same | same
standardised ratio | – | – | – | – | numbers | numbers | – | – | same | – | –
direct standardisation | – | – | – | numbers | numbers | numbers | – | epidemiology-no-event | same | same | same
indirect standardisation | – | – | – | numbers | numbers | numbers | – | epidemiology-no-event | same | same | same
meta-analysis | – | numbers | – | – | ! meta-standard-error | – | numbers | – | same | same | same
meta-analysis, Knapp and Hartung | – | numbers | – | – | ! meta-standard-error | – | numbers | – | same | same | same
meta-analysis of counts | ! meta-no-events | – | – | ! meta-no-events | ! meta-counts | ! meta-too-few | – | – | same | – | same
Egger’s test | – | – | – | – | ! meta-standard-error | – | meta-egger-few | – | same | same | same
ROC curve | prediction-no-spread | – | – | – | ! prediction-one-class | prediction-no-spread | numbers | – | same | – | –
difference of ROC curves | prediction-no-spread | – | prediction-no-spread | – | ! prediction-one-class | prediction-no-spread | numbers | – | same | same | –
precision and recall | numbers | – | – | – | prediction-few-events | prediction-few-events | numbers | – | same | – | –
Brier score | numbers | – | – | – | prediction-brier-not-scaled | prediction-few-events | numbers | – | same | – | –
logarithmic loss | numbers | – | – | – | prediction-few-events | prediction-few-events | numbers | – | same | – | –
calibration | ! prediction-separation | – | – | – | ! prediction-one-class | prediction-few-events | numbers | – | same | – | –
calibration curve | numbers | – | – | – | ! prediction-one-class | prediction-few-events | numbers | – | same | – | –
confusion matrix | prediction-undefined | – | – | – | prediction-undefined | prediction-few-events | numbers | – | same | – | –
decision curve | numbers | – | – | – | prediction-few-events | prediction-few-events | numbers | – | same | – | –
bootstrap of the area | prediction-no-spread | – | – | – | ! prediction-one-class | ! prediction-bootstrap-undefined | numbers | – | – | – | same
Cohen’s κ | – | – | – | – | agreement-no-spread | – | – | – | same | – | same
Fleiss’ κ | – | – | – | – | agreement-no-spread | – | – | – | same | – | same
limits of agreement | – | – | agreement-bias-changes | – | ! agreement-exact | – | numbers | – | same | same | –
concordance correlation | – | – | numbers | – | ! agreement-constant | – | numbers | – | same | same | –
intraclass correlation | – | – | numbers | – | ! agreement-constant | – | numbers | – | same | same | –
disproportionality | pharmacovigilance-zero-cell | – | – | pharmacovigilance-zero-cell | pharmacovigilance-zero-cell | pharmacovigilance-zero-cell | – | – | same | – | same
signals of all pairs | pharmacovigilance-no-prior | – | – | pharmacovigilance-no-prior | pharmacovigilance-no-prior | pharmacovigilance-no-prior | – | – | same | – | same
self-controlled case series | – | – | – | – | – | ! pharmacovigilance-no-finite-estimate | pharmacovigilance-series-assumptions | ! pharmacovigilance-no-cases | same | – | same
interrupted time series | – | – | – | – | ! series-exact | – | numbers | – | – | same | –
`
);
