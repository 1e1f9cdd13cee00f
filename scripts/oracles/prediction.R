# Discrimination and calibration on own small data: pROC, glm, loess(surface = "direct"). Complements prediction.json.
suppressMessages({library(jsonlite); library(pROC)})
folder <- "tests/oracles/statistics"
cases <- list()
add <- function(name, input, expected) cases[[length(cases) + 1]] <<- list(name = name, input = input, expected = expected)

# Deterministic: multiples of the golden ratio's fraction, not random numbers of one version of R.
unit <- function(n, step) (seq_len(n) * step) %% 1
make <- function(n, strength, digits, share) {
  u <- unit(n, 0.61803398874989); v <- unit(n, 0.41421356237310); w <- unit(n, 0.73205080756888)
  p <- pmin(0.995, pmax(0.005, plogis(qlogis(share) + strength * (u - 0.5) * 4)))
  y <- as.integer(v < p)
  list(y = y, p = round(p, digits), q = round(pmin(0.99, pmax(0.01, 0.6 * p + 0.4 * w)), digits))
}
sets <- list(
  "40 rows" = make(40, 1, 3, 0.4), "40 rows, ties" = make(40, 1, 1, 0.4), "150 rows, rare" = make(150, 1.2, 3, 0.12),
  "150 rows, ties" = make(150, 0.7, 1, 0.5), "400 rows" = make(400, 0.5, 3, 0.3), "400 rows, two digits" = make(400, 1.5, 2, 0.5),
  "60 rows, weak" = make(60, 0.1, 3, 0.5)
)
for (name in names(sets)) {
  s <- sets[[name]]
  a <- roc(s$y, s$p, direction = "<", quiet = TRUE); b <- roc(s$y, s$q, direction = "<", quiet = TRUE)
  ci <- as.numeric(ci.auc(a, method = "delong", conf.level = 0.9))
  t <- roc.test(a, b, method = "delong", paired = TRUE)
  add(paste("roc,", name), s, list(auc = as.numeric(auc(a)), variance = var(a, method = "delong"), lower = ci[1], upper = ci[3],
      z = unname(t$statistic), p = t$p.value))
}
for (name in names(sets)) {
  s <- sets[[name]]
  p <- pmin(0.995, pmax(0.005, s$p)); l <- qlogis(p)
  # summary.glm takes its standard errors from the weights of the last step but one: here from those of the fit itself.
  control <- list(epsilon = 1e-14, maxit = 100)
  fit <- function(formula) {
    m <- glm(formula, family = binomial, control = control); x <- model.matrix(m); w <- fitted(m) * (1 - fitted(m))
    cbind(coef(m), sqrt(diag(solve(crossprod(x, w * x)))))
  }
  y <- s$y; c <- fit(y ~ l); o <- fit(y ~ 1 + offset(l))
  add(paste("recalibration,", name), list(y = s$y, p = p),
      list(slope = c[2, 1], slopeSe = c[2, 2], intercept = c[1, 1], interceptSe = c[1, 2], large = o[1, 1], largeSe = o[1, 2]))
}
for (name in names(sets)) for (span in c(0.5, 0.75, 1)) {
  s <- sets[[name]]
  f <- suppressWarnings(loess(y ~ p, data.frame(y = s$y, p = s$p), degree = 2, span = span, control = loess.control(surface = "direct")))
  d <- abs(pmin(1, pmax(0, fitted(f))) - s$p)
  add(paste("curve,", name, span), list(y = s$y, p = s$p, span = span),
      list(ici = mean(d), e50 = unname(quantile(d, 0.5)), e90 = unname(quantile(d, 0.9)), emax = max(d)))
}
source <- paste0("R ", getRversion(), ", pROC ", packageVersion("pROC"))
write(toJSON(list(about = "ROC with DeLong (90 % limits), paired test, recalibration, ICI by direct loess.", source = source,
                  tolerance = list(rel = 1e-8, loess_rel = 1e-5), cases = cases), auto_unbox = TRUE, digits = I(15), na = "null", pretty = FALSE),
      file.path(folder, "r-prediction.json"))
cat(length(cases), "cases\n")
