# Multiple imputation: Rubin's rules with Barnard and Rubin's degrees of freedom, and what one step of mice draws.
suppressMessages({library(jsonlite); library(mice)})
folder <- "tests/oracles/statistics"
set.seed(20260803)
cases <- list()
add <- function(name, input, expected) cases[[length(cases) + 1]] <<- list(name = name, input = input, expected = expected)
for (m in c(2, 5, 20, 50)) for (n in c(Inf, 40, 250)) for (spread in c(0.3, 1.5)) {
  q <- round(rnorm(m, 1.2, 0.2 * spread), 6); u <- round(0.04 * runif(m, 0.8, 1.2), 6); k <- 3
  p <- pool.scalar(q, u, n = n, k = k)
  t <- p$qbar / sqrt(p$t)
  add(paste("pool", m, n, spread), list(estimates = q, se = sqrt(u), dfComplete = if (is.finite(n)) n - k else NA),
    list(estimate = p$qbar, within = p$ubar, between = p$b, total = p$t, df = p$df, r = p$r, fmi = p$fmi, lambda = (1 + 1 / m) * p$b / p$t,
      p = 2 * pt(-abs(t), p$df), ci = p$qbar + c(-1, 1) * qt(0.975, p$df) * sqrt(p$t)))
}
fits <- lapply(1:6, function(i) { d <- data.frame(x = rnorm(50), z = rbinom(50, 1, 0.5)); d$y <- 1 + d$x + 0.4 * d$z + rnorm(50); lm(y ~ x + z, d) })
pooled <- summary(pool(as.mira(fits)), conf.int = TRUE)
add("pool of linear models", list(estimates = lapply(fits, function(f) I(as.vector(coef(f)))), se = lapply(fits, function(f) I(as.vector(sqrt(diag(vcov(f)))))), dfComplete = 47),
  list(estimate = pooled$estimate, se = pooled$std.error, df = pooled$df, p = pooled$p.value, lower = pooled[["2.5 %"]], upper = pooled[["97.5 %"]]))
n <- 60
x <- round(rnorm(n), 3); z <- rbinom(n, 1, 0.5)
y <- round(2 + 1.5 * x - z + rnorm(n), 3); b <- rbinom(n, 1, plogis(0.3 + 1.2 * x - 0.8 * z))
miss <- sort(sample(n, 15)); ry <- !(seq_len(n) %in% miss); X <- cbind(x, z); draws <- 6000
for (method in c("norm", "pmm", "logreg")) {
  target <- if (method == "logreg") b else y
  f <- get(paste0("mice.impute.", method))
  got <- replicate(draws, as.vector(f(if (method == "logreg") target else target, ry, X)))
  add(paste("one step,", method), list(x = x, z = z, y = target, missing = miss - 1), list(draws = draws, mean = rowMeans(got), sd = apply(got, 1, sd)))
}
write(toJSON(list(about = "Multiple imputation. dfComplete null: infinite. The draws of one step: their mean and sd.", source = "R 4.2.2, mice 3.15.0",
  tolerance = list(rel = 1e-8), cases = cases), digits = I(15), auto_unbox = TRUE, na = "null"), file.path(folder, "r-imputation.json"))
